/** A key beside what it does, as the visitor set it. */
import { keyLabel } from '#client/i18n/key-words.ts';

/** @param code `KeyboardEvent.code` */
export function KeyCap({ code }: { readonly code: string }) {
  return <kbd>{keyLabel(code)}</kbd>;
}

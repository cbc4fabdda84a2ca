/** A number a person types: shown in their unit, kept as a whole number of the document's. */
import { useState } from 'preact/hooks';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  /** How many of the document's units are one of the shown ones: 64 for metres. */
  readonly scale: number;
  /** Bounds and step in the document's units. */
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
}

/** Takes effect on every valid value; an invalid one stays in the field until it is left. */
export function NumberField({ label, value, scale, low, high, step, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <label class="number small">
      <span class="soft">{label}</span>
      <input
        type="number"
        step={step / scale}
        min={low / scale}
        max={high / scale}
        value={typed ?? String(Math.round((value / scale) * 1_000) / 1_000)}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          const number = Math.round(event.currentTarget.valueAsNumber * scale);
          if (Number.isFinite(number) && number >= low && number <= high && number !== value) onChange(number);
        }}
        onBlur={() => setTyped(null)}
      />
    </label>
  );
}

/** A small drawing told from an id, as a data URI: the same for everybody, different for every id. */
import { toBase64 } from '#shared/base/hash.ts';

const RINGS = 6;

/** @param hex at least 40 hex digits @returns `data:image/svg+xml;base64,…`, 256 × 256 */
export function emblem(hex: string): string {
  const byte = (index: number) => Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16) || 0;
  const rings = Array.from({ length: RINGS }, (_, ring) => {
    const radius = 112 - ring * 17;
    const dash = 6 + (byte(ring * 3) % 60);
    const gap = 4 + (byte(ring * 3 + 1) % 30);
    const hue = Math.round((byte(ring * 3 + 2) / 255) * 360);
    const turn = byte(ring + 8) % 90;
    return `<circle cx="128" cy="128" r="${radius}" fill="none" stroke="hsl(${hue} 62% 58%)" stroke-width="9" stroke-linecap="round" stroke-dasharray="${dash} ${gap}" transform="rotate(${turn} 128 128)"/>`;
  });
  const ground = `<rect width="256" height="256" rx="28" fill="hsl(${Math.round((byte(0) / 255) * 360)} 30% 12%)"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256">${ground}${rings.join('')}</svg>`;
  return `data:image/svg+xml;base64,${toBase64(new TextEncoder().encode(svg))}`;
}

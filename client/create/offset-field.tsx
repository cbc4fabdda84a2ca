/** Three numbers a person types that belong together: a way or a push along x, y and z. */
import { NumberField } from './number-field.tsx';
import { type Triple, UNITS } from './piece.ts';

interface OffsetProps {
  readonly label: string;
  /** 1/64 of what is shown. */
  readonly value: Triple;
  readonly onChange: (value: Triple) => void;
}

/** Each between −64 and 64. */
export function Offset({ label, value: [x, y, z], onChange }: OffsetProps) {
  const field = (axis: string, value: number, write: (value: number) => Triple) => (
    <NumberField
      label={`${label} ${axis}`}
      value={value}
      scale={UNITS}
      low={-64 * UNITS}
      high={64 * UNITS}
      step={16}
      onChange={(next) => onChange(write(next))}
    />
  );
  return (
    <>
      {field('x', x, (next) => [next, y, z])}
      {field('y', y, (next) => [x, next, z])}
      {field('z', z, (next) => [x, y, next])}
    </>
  );
}

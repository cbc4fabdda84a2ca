/** Walks over one msgpack value without building it: is it whole, and all that is there? */

/** No message of ours is nested deeper. */
const DEEPEST = 8;
/** The extension by which msgpackr writes a record: its number, its names, then its values. */
const RECORD = 0x72;
/** Bytes that follow the first one of nil, booleans and numbers. */
const SIZES: ReadonlyMap<number, number> = new Map([
  ...[0xc0, 0xc2, 0xc3].map((first) => [first, 0] as const),
  ...[0xcc, 0xd0].map((first) => [first, 1] as const),
  ...[0xcd, 0xd1].map((first) => [first, 2] as const),
  ...[0xca, 0xce, 0xd2].map((first) => [first, 4] as const),
  ...[0xcb, 0xcf, 0xd3].map((first) => [first, 8] as const),
]);

/** Reads a frame byte by byte; past its end everything is 0 and `whole` false. */
export class BodyReader {
  readonly #bytes: Uint8Array;
  /** How many values a record of this number has. */
  readonly #records = new Map<number, number>();
  #at: number;
  #whole = true;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** False once anything was cut short or of a form that no message of ours has. */
  get whole(): boolean {
    return this.#whole;
  }

  /** The number of a request: 7 to 32 bits, low byte first, as Colyseus writes it. */
  number(): number {
    const first = this.#byte();
    if (first < 0x80) return first;
    const size = first === 0xcc ? 1 : first === 0xcd ? 2 : first === 0xce ? 4 : this.#fail();
    let number = 0;
    for (let index = 0; index < size; index++) number += this.#byte() * 256 ** index;
    return number;
  }

  /** A short plain name: the type of a message. */
  name(): string {
    const first = this.#byte();
    const length = first > 0xa0 && first < 0xc0 ? first - 0xa0 : this.#fail();
    let name = '';
    for (let index = 0; index < length && this.#whole; index++) {
      const byte = this.#byte();
      name += byte < 0x80 ? String.fromCharCode(byte) : '?';
    }
    return name;
  }

  /** True when what is left is one whole value and nothing else, or nothing at all. */
  body(): boolean {
    if (this.#at < this.#bytes.length) this.#value(0);
    return this.#whole && this.#at === this.#bytes.length;
  }

  #value(depth: number): void {
    const first = this.#byte();
    if (depth > DEEPEST) this.#fail();
    if (!this.#whole) return;
    const record = this.#records.get(first);
    if (record !== undefined) this.#values(record, depth);
    else if (first < 0x80 || first >= 0xe0) return;
    else if (first < 0x90) this.#values(2 * (first & 0x0f), depth);
    else if (first < 0xa0) this.#values(first & 0x0f, depth);
    else if (first < 0xc0) this.#skip(first & 0x1f);
    else if (first === 0xd9) this.#skip(this.#byte());
    else if (first === 0xda) this.#skip(this.#double());
    else if (first === 0xdc) this.#values(this.#double(), depth);
    else if (first === 0xde) this.#values(2 * this.#double(), depth);
    else if (first === 0xd4) this.#extension(depth);
    else this.#skip(SIZES.get(first) ?? this.#fail());
  }

  #extension(depth: number): void {
    const kind = this.#byte();
    const number = this.#byte();
    // Kind 0 is `undefined`.
    if (kind === 0) return;
    const names = this.#byte();
    if (kind !== RECORD || number < 0x40 || number > 0x7f || names < 0x90 || names > 0x9f) this.#fail();
    for (let index = 0; index < (names & 0x0f) && this.#whole; index++) this.name();
    this.#records.set(number, names & 0x0f);
    this.#values(names & 0x0f, depth);
  }

  #values(count: number, depth: number): void {
    for (let index = 0; index < count && this.#whole; index++) this.#value(depth + 1);
  }

  #skip(count: number): void {
    this.#at += count;
    if (this.#at > this.#bytes.length) this.#fail();
  }

  #double(): number {
    return this.#byte() * 256 + this.#byte();
  }

  #byte(): number {
    return this.#bytes[this.#at++] ?? this.#fail();
  }

  #fail(): number {
    this.#whole = false;
    return 0;
  }
}

/** Colours that join a key with its locks, in the picture and beside it. */
export const KEY_COLOURS = [0xffd36b, 0xff8bd0, 0x63f5ff, 0x9dff9a, 0xb9a0ff, 0xff9f6b, 0xff5d5d, 0xffffff] as const;

/** Waits for the word to stop, from a terminal or from whoever started us. */

/** Resolves with the first SIGINT or SIGTERM; later ones change nothing. */
export function nextSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolveSignal) => {
    // Kept on: a terminal and whatever started us may both tell, and the second word must not cut the saving short.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolveSignal(signal));
  });
}

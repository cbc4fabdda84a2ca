/** How the contracts are compiled: one place for the build, the tests and the check. */

/** The compiler's version, exact: another one gives other bytes. */
export const SOLC_VERSION = '0.8.37';

/** Settings of the standard JSON input. Nothing about the machine or the sources' comments ends up in the bytes. */
export const SOLC_SETTINGS = {
  evmVersion: 'prague',
  optimizer: { enabled: true, runs: 1_000 },
  metadata: { appendCBOR: false, bytecodeHash: 'none' },
} as const;

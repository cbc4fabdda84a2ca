/** Hardhat: runs the Solidity tests and the in-process chain of the TypeScript ones, with npm's compiler and offline. */
import { createRequire } from 'node:module';
import { defineConfig } from 'hardhat/config';
import { SOLC_SETTINGS, SOLC_VERSION } from './contracts/compiler.ts';

const require = createRequire(import.meta.url);

export default defineConfig({
  paths: {
    sources: './contracts/src',
    tests: { solidity: './contracts/test' },
    artifacts: './.cache/hardhat/artifacts',
    cache: './.cache/hardhat/cache',
  },
  solidity: {
    profiles: {
      default: {
        version: SOLC_VERSION,
        path: require.resolve('solc/soljson.js'),
        settings: SOLC_SETTINGS,
      },
    },
    npmFilesToBuild: ['erc6551/ERC6551Registry.sol'],
  },
  test: {
    solidity: {
      fuzz: { runs: 256, seed: '0x5eed' },
      invariant: { runs: 32, depth: 64, failOnRevert: true },
    },
  },
});

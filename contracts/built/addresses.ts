/** Made by contracts/build.ts (`npm run contracts`) from contracts/src; checked against a recompile. */

/** Sends the deployments at genesis, from nonce 0 in the order of the keys below; nobody has its key. */
export const DEPLOYER = '0xf2f3fde6a6d5e87d5f5cdeff3a48ce5ece4d7f76';

/** Where everything stands on the embedded chain, on every host. */
export const ADDRESSES = {
  registry: '0x000000006551c19487814612e58fe06813775758',
  relay: '0xf36227bf4a9eed586c19b2fb4b94eb88f089b4a9',
  painter: '0xe451a31a225354c4d0902f76f33b1b9eb4a6d62d',
  account: '0x6438ee8ba2bd6f567d183a1e448afe330108a48e',
  automaton: '0xc88468767b7fa111665f5290d2c04b23d810f2b5',
  work: '0xe1aa505c0954ee49dba0672b00d1debb08b5f754',
  frontier: '0x456ae7d183aed7373633963b3f10ef180abbd078',
} as const;

/** The genesis gives the same addresses on every engine, whatever the host's keys are. */
import { Common, Hardfork, Mainnet } from '@ethereumjs/common';
import { createAddressFromString, hexToBytes } from '@ethereumjs/util';
import { createVM } from '@ethereumjs/vm';
import { getCreateAddress } from 'ethers';
import { describe, expect, it } from 'vitest';
import { ADDRESSES, DEPLOYER } from '#contracts/built/addresses.ts';
import { deployments } from '#contracts/built/genesis.ts';
import { EdrChain, INTERFACES } from './support/edr-chain.ts';

const KEYS = { relayer: `0x${'77'.repeat(20)}`, verdictSigner: `0x${'88'.repeat(20)}` };

describe('genesis', () => {
  it('names the addresses that the deployer creates, nonce by nonce', () => {
    const made = deployments(KEYS).map((_, nonce) => getCreateAddress({ from: DEPLOYER, nonce }).toLowerCase());
    expect(deployments(KEYS).map(({ address }) => address)).toEqual(made);
    for (const { name, address } of deployments(KEYS)) expect(ADDRESSES[name]).toBe(address);
  });

  it('puts code at every address on the in-process chain and wires the contracts', async () => {
    const chain = await EdrChain.open();
    for (const address of Object.values(ADDRESSES)) expect((await chain.codeAt(address)).length).toBeGreaterThan(500);
    const wiring = async (contract: 'work' | 'automaton' | 'frontier', getter: string) =>
      String(await chain.read(contract, getter, [])).toLowerCase();
    expect(await wiring('work', 'minter')).toBe(ADDRESSES.relay);
    expect(await wiring('automaton', 'minter')).toBe(ADDRESSES.relay);
    expect(await wiring('automaton', 'registry')).toBe(ADDRESSES.registry);
    expect(await wiring('automaton', 'accountImplementation')).toBe(ADDRESSES.account);
    expect(await wiring('frontier', 'issuer')).toBe(ADDRESSES.relay);
    expect(await wiring('frontier', 'verdictSigner')).toBe(chain.verdict.address.toLowerCase());
    expect(await chain.read('relay', 'owner', [])).toBe(chain.relayer.address);
    expect(await chain.read('frontier', 'reissueDelay', [])).toBe(2_592_000n);
  });

  it('deploys on the embedded engine too, at the same addresses', async () => {
    const vm = await createVM({ common: new Common({ chain: Mainnet, hardfork: Hardfork.Prague }) });
    for (const { address, data } of deployments(KEYS)) {
      const made = await vm.evm.runCall({
        caller: createAddressFromString(DEPLOYER),
        data: hexToBytes(data as `0x${string}`),
        gasLimit: 16_000_000n,
      });
      expect(made.execResult.exceptionError).toBeUndefined();
      expect(made.createdAddress?.toString()).toBe(address);
    }
  });

  it('keeps every contract below the size limit of public chains', async () => {
    const chain = await EdrChain.open();
    for (const address of Object.values(ADDRESSES))
      expect((await chain.codeAt(address)).length / 2 - 1).toBeLessThanOrEqual(24_576);
  });

  it('gives laurels no way to take money: no function is payable and nothing receives', () => {
    for (const fragment of INTERFACES.frontier.fragments) {
      expect(fragment.type).not.toMatch(/receive|fallback/);
      expect('payable' in fragment ? fragment.payable : false).toBe(false);
    }
  });
});

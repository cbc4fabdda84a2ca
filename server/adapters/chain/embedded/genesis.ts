/** The first block: our contracts, made in order by an account nobody has the key of, so that addresses never vary. */
import { Address as EvmAddress } from '@ethereumjs/util';
import type { VM } from '@ethereumjs/vm';
import { DimensionError } from '#shared/base/errors.ts';
import { fromHex, keccak256, toHex } from '#shared/base/hash.ts';

/** A contract of the first block. */
export interface GenesisContract {
  readonly name: string;
  /** Creation code with its arguments, 0x-prefixed. */
  readonly code: string;
  /** Where it must come to stand, 0x-prefixed. */
  readonly address: string;
}

/** The account that makes the contracts: the end of a hash, so nobody can sign for it. */
export const DEPLOYER = `0x${keccak256('autonomous dimension genesis').slice(-40)}`;

const GENESIS_GAS = 100_000_000n;

/**
 * Makes the contracts on an empty state.
 * @throws DimensionError `chain.genesis` when one fails or stands somewhere else than it should
 */
export async function layGenesis(vm: VM, contracts: readonly GenesisContract[]): Promise<void> {
  for (const contract of contracts) {
    const { createdAddress, execResult } = await vm.evm.runCall({
      caller: new EvmAddress(fromHex(DEPLOYER)),
      data: fromHex(contract.code),
      gasLimit: GENESIS_GAS,
    });
    await vm.evm.journal.cleanup();
    const address = createdAddress === undefined ? null : `0x${toHex(createdAddress.bytes)}`;
    if (execResult.exceptionError !== undefined || address !== contract.address.toLowerCase())
      throw new DimensionError('chain.genesis', `The contract ${contract.name} could not be laid in the first block.`, {
        name: contract.name,
        address,
        expected: contract.address,
        failure: execResult.exceptionError?.error ?? null,
      });
  }
}

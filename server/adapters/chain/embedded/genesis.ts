/** The first block: our contracts, made in order by an account nobody has the key of, so that addresses never vary. */
import { Address as EvmAddress } from '@ethereumjs/util';
import type { VM } from '@ethereumjs/vm';
import { DEPLOYER } from '#contracts/built/addresses.ts';
import { deployments, GENESIS_CODE, type HostKeys } from '#contracts/built/genesis.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { fromHex, keccak256, toHex } from '#shared/base/hash.ts';

/** Names the contracts as they would be laid now: a chain that was begun with others is another chain. */
export function genesisName(keys: HostKeys): string {
  return keccak256(JSON.stringify([GENESIS_CODE, deployments(keys)]));
}

const GENESIS_GAS = 100_000_000n;

/**
 * Lays the contracts on an empty state.
 * @throws DimensionError `chain.genesis` when one fails or stands somewhere else than it should
 */
export async function layGenesis(vm: VM, keys: HostKeys): Promise<void> {
  for (const { address, code } of GENESIS_CODE)
    await vm.stateManager.putCode(new EvmAddress(fromHex(address)), fromHex(code));
  for (const contract of deployments(keys)) {
    const { createdAddress, execResult } = await vm.evm.runCall({
      caller: new EvmAddress(fromHex(DEPLOYER)),
      data: fromHex(contract.data),
      gasLimit: GENESIS_GAS,
    });
    await vm.evm.journal.cleanup();
    const address = createdAddress === undefined ? null : `0x${toHex(createdAddress.bytes)}`;
    if (execResult.exceptionError !== undefined || address !== contract.address)
      throw new DimensionError('chain.genesis', `The contract ${contract.name} could not be laid in the first block.`, {
        name: contract.name,
        address,
        expected: contract.address,
        failure: execResult.exceptionError?.error ?? null,
      });
  }
}

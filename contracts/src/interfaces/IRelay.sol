// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title The host's one sender: runs batches of actions, each at most once.
interface IRelay {
    /// @notice One thing to do on chain.
    /// @param intent name of the action, used once for ever; ids that share their first 31 bytes share a storage slot,
    /// so a random prefix with a counting last byte is cheapest
    /// @param to the contract to call
    /// @param data the call
    struct Action {
        bytes32 intent;
        address to;
        bytes data;
    }

    /// @notice An action was run. With `ok` its intent is spent; without, nothing was changed and it may be run again.
    /// @param result what the call returned or the error it reverted with; empty when longer than 1,024 bytes
    event Done(bytes32 indexed intent, bool ok, bytes result);

    /// @notice An action was left out because its intent is already spent.
    event Repeated(bytes32 indexed intent);

    /// @notice `to` holds no code, so that calling it would do nothing and look like success.
    error RelayTargetEmpty(address to);

    /// @notice The relay always has an owner.
    error RelayNeedsOwner();

    /// @notice Runs `actions` in order; one that fails does not stop the others. Only the owner.
    function run(Action[] calldata actions) external;

    /// @notice True when `intent` was run with success.
    function done(bytes32 intent) external view returns (bool);
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IWork} from "./IWork.sol";

/// @title Writes the metadata of our tokens, pictures included, as data URIs; everything is computed on chain.
/// @dev A contract of its own, so that what runs at every mint stays small.
interface IPainter {
    /// @notice The metadata of a work.
    function describeWork(IWork.Origin calldata origin, bytes calldata genome) external pure returns (string memory);

    /// @notice The metadata of an automaton.
    function describeAutomaton(
        string calldata name,
        address account,
        uint64 epoch,
        bytes32 codeHash
    ) external pure returns (string memory);

    /// @notice The metadata of a laurel with `share` basis points of its record.
    function describeLaurel(uint256 laurel, uint16 share) external pure returns (string memory);

    /// @notice The emblem of `genome` as an SVG document titled `title`.
    function drawEmblem(bytes calldata genome, string calldata title) external pure returns (string memory);
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Minimal soulbound tokens (ERC-5192). The ERC-165 identifier is 0xb45a3c0e.
interface IERC5192 {
    /// @notice `tokenId` can no longer be transferred by its holder.
    event Locked(uint256 tokenId);

    /// @notice `tokenId` can be transferred again; never emitted here.
    event Unlocked(uint256 tokenId);

    /// @notice True when `tokenId` is locked. Reverts when there is no such token.
    function locked(uint256 tokenId) external view returns (bool);
}

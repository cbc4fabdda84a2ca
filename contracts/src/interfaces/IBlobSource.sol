// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title What a new `Blob` asks its maker for.
interface IBlobSource {
    /// @notice The bytes that the blob under construction shall become; empty at any other time.
    function draft() external view returns (bytes memory);
}

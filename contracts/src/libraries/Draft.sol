// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Bytes kept for the length of a call in transient storage (EIP-1153).
/// @dev One draft a contract: the length at `_SLOT`, the words after it. Bytes written over a longer draft leave the
/// tail of the old one behind, which no reader sees because the length bounds it.
library Draft {
    /// @dev keccak256("autonomous-dimension.draft") with the last byte cleared.
    uint256 private constant _SLOT = 0x24cba7a7d9673fc96175d255c93f925c8d9c0ed0a0cb0810834d5d343bd30400;

    /// @notice Keeps `data` until `close`.
    function open(bytes memory data) internal {
        uint256 slot = _SLOT;
        assembly ("memory-safe") {
            let length := mload(data)
            tstore(slot, length)
            for {
                let i := 0
            } lt(i, length) {
                i := add(i, 0x20)
            } {
                slot := add(slot, 1)
                tstore(slot, mload(add(add(data, 0x20), i)))
            }
        }
    }

    /// @notice Forgets the draft.
    function close() internal {
        uint256 slot = _SLOT;
        assembly ("memory-safe") {
            tstore(slot, 0)
        }
    }

    /// @notice The draft, or no bytes when none is open.
    function read() internal view returns (bytes memory data) {
        uint256 slot = _SLOT;
        uint256 length;
        assembly ("memory-safe") {
            length := tload(slot)
        }
        data = new bytes(length);
        assembly ("memory-safe") {
            for {
                let i := 0
            } lt(i, length) {
                i := add(i, 0x20)
            } {
                slot := add(slot, 1)
                mstore(add(add(data, 0x20), i), tload(slot))
            }
        }
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev Where a challenge stands, in memory. No creator means: never opened.
struct Standing {
    address creator;
    int80 best;
    uint64 records;
    bool held;
    bool higher;
}

/// @title A standing in one slot, so that an award reads and writes one: creator 160, best 80, records 14, held, higher.
library Standings {
    /// @notice A challenge has fewer records than this.
    uint64 internal constant RECORD_LIMIT = 1 << 14;

    /// @notice The slot's form of `standing`.
    function pack(Standing memory standing) internal pure returns (uint256 slot) {
        slot = uint256(uint160(standing.creator)) << 96;
        slot |= uint256(uint80(standing.best)) << 16;
        slot |= uint256(standing.records) << 2;
        if (standing.held) slot |= 2;
        if (standing.higher) slot |= 1;
    }

    /// @notice The memory's form of `slot`.
    function unpack(uint256 slot) internal pure returns (Standing memory standing) {
        standing.creator = address(uint160(slot >> 96));
        standing.best = int80(uint80(slot >> 16));
        standing.records = uint64((slot >> 2) & (RECORD_LIMIT - 1));
        standing.held = slot & 2 != 0;
        standing.higher = slot & 1 != 0;
    }
}

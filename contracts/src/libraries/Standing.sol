// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev Where a challenge stands, in one slot, so that an award reads and writes one:
/// creator 160 bits | best 80 | number of records 14 | a record stands 1 | higher is better 1. Zero: never opened.
type Standing is uint256;

using Standings for Standing global;

/// @title The fields of a `Standing` and the changes it goes through.
library Standings {
    /// @notice A challenge has fewer records than this.
    uint64 internal constant RECORD_LIMIT = 1 << 14;

    uint256 private constant _BEST_MASK = uint256(type(uint80).max) << 16;

    /// @notice The standing of a challenge without a record.
    function opened(address maker, bool better) internal pure returns (Standing) {
        return Standing.wrap((uint256(uint160(maker)) << 96) | (better ? 1 : 0));
    }

    function isOpened(Standing self) internal pure returns (bool) {
        return Standing.unwrap(self) != 0;
    }

    function creator(Standing self) internal pure returns (address) {
        return address(uint160(Standing.unwrap(self) >> 96));
    }

    function best(Standing self) internal pure returns (int80) {
        return int80(uint80(Standing.unwrap(self) >> 16));
    }

    function records(Standing self) internal pure returns (uint64) {
        return uint64((Standing.unwrap(self) >> 2) & (RECORD_LIMIT - 1));
    }

    function held(Standing self) internal pure returns (bool) {
        return Standing.unwrap(self) & 2 != 0;
    }

    function higher(Standing self) internal pure returns (bool) {
        return Standing.unwrap(self) & 1 != 0;
    }

    /// @notice True when `value` is better than `bar` on this challenge.
    function beats(Standing self, int80 value, int80 bar) internal pure returns (bool) {
        return self.higher() ? value > bar : value < bar;
    }

    /// @notice One record more, of `value`, which now stands. There must be room for it.
    function advanced(Standing self, int80 value) internal pure returns (Standing) {
        return Standing.wrap(Standing.unwrap(self.rebarred(true, value)) + 4);
    }

    /// @notice The same with another bar: `bar` when a record stands, none otherwise.
    function rebarred(Standing self, bool stands, int80 bar) internal pure returns (Standing) {
        uint256 rest = Standing.unwrap(self) & ~(_BEST_MASK | 2);
        return Standing.wrap(stands ? rest | (uint256(uint80(bar)) << 16) | 2 : rest);
    }
}

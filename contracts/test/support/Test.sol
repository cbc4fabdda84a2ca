// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Vm} from "./Vm.sol";

/// @title What every test stands on: the cheatcodes, a few assertions, and the hooks of the invariant engine.
abstract contract Test {
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    address[] private _targets;

    error AssertionFailed(string what);
    error NotEqual(string what, bytes32 expected, bytes32 actual);

    /// @dev Read by the invariant engine: the contracts whose functions it calls at random.
    function targetContracts() public view returns (address[] memory) {
        return _targets;
    }

    function target(address handler) internal {
        _targets.push(handler);
    }

    function check(bool claim, string memory what) internal pure {
        if (!claim) revert AssertionFailed(what);
    }

    function same(uint256 actual, uint256 expected, string memory what) internal pure {
        if (actual != expected) revert NotEqual(what, bytes32(expected), bytes32(actual));
    }

    function same(address actual, address expected, string memory what) internal pure {
        same(uint160(actual), uint160(expected), what);
    }

    function same(bytes memory actual, bytes memory expected, string memory what) internal pure {
        same(uint256(keccak256(actual)), uint256(keccak256(expected)), what);
    }

    /// @dev `value` folded into low … high, both included.
    function bound(uint256 value, uint256 low, uint256 high) internal pure returns (uint256) {
        return low + (value % (high - low + 1));
    }

    function sign(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }
}

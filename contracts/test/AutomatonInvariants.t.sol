// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Automaton} from "../src/Automaton.sol";
import {Test} from "./support/Test.sol";
import {WithAutomata} from "./support/WithAutomata.sol";

/// @dev Moves automata at random between people and each other's accounts.
contract AutomatonHandler is WithAutomata {
    uint256 public constant COUNT = 8;
    mapping(uint256 id => uint64) public changes;

    constructor() {
        _deploy(address(this));
        for (uint256 i = 0; i < COUNT; ++i) {
            automaton.mint(address(0xa11ce), string.concat("da", string(abi.encodePacked(uint8(97 + i)))), 0);
        }
    }

    function move(uint256 pick, uint256 into, bool toPerson) external {
        uint256 id = 1 + (pick % COUNT);
        address to = toPerson ? address(uint160(1 + (into % 3))) : automaton.accountOf(1 + (into % COUNT));
        address from = automaton.ownerOf(id);
        vm.prank(from);
        try automaton.transferFrom(from, to, id) {
            if (from != to) ++changes[id];
        } catch {}
    }

    function tokens() external view returns (Automaton) {
        return automaton;
    }
}

contract AutomatonInvariants is Test {
    AutomatonHandler private _handler;

    function setUp() public {
        _handler = new AutomatonHandler();
        target(address(_handler));
    }

    function invariant_noAutomatonIsInItsOwnOwnerChain() public view {
        Automaton automaton = _handler.tokens();
        uint256 count = _handler.COUNT();
        for (uint256 id = 1; id <= count; ++id) {
            address current = automaton.ownerOf(id);
            uint256 steps = 0;
            for (uint256 other = _boundTo(automaton, current); other != 0; other = _boundTo(automaton, current)) {
                check(other != id && ++steps <= count, "a circle");
                current = automaton.ownerOf(other);
            }
        }
    }

    function invariant_epochsCountTheChangesOfOwner() public view {
        for (uint256 id = 1; id <= _handler.COUNT(); ++id) {
            same(_handler.tokens().epochOf(id), _handler.changes(id), "epoch");
        }
    }

    /// @dev The automaton whose account `holder` is, or zero.
    function _boundTo(Automaton automaton, address holder) private view returns (uint256) {
        for (uint256 id = 1; id <= _handler.COUNT(); ++id) {
            if (automaton.accountOf(id) == holder) return id;
        }
        return 0;
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Automaton} from "../src/Automaton.sol";
import {Test} from "./support/Test.sol";
import {WithAutomata} from "./support/WithAutomata.sol";

/// @dev Moves automata at random between people and each other's accounts. Its own books foretell every answer: what the
/// rule lets pass must pass, and what it forbids must be refused.
contract AutomatonHandler is WithAutomata {
    uint256 public constant COUNT = 8;
    /// @dev Owners that a transfer may find above an automaton, people not counted.
    uint256 private constant _DEPTH = 5;

    mapping(uint256 id => uint64) public changes;
    /// @dev The automaton whose account owns this one, zero for a person.
    mapping(uint256 id => uint256) public above;
    mapping(uint256 id => address) public ownerOf;
    uint256 public moved;
    uint256 public refused;

    constructor() {
        _deploy(address(this));
        for (uint256 i = 0; i < COUNT; ++i) {
            ownerOf[i + 1] = address(0xa11ce);
            automaton.mint(address(0xa11ce), string.concat("da", string(abi.encodePacked(uint8(97 + i)))), 0);
        }
    }

    function move(uint256 pick, uint256 into, bool toPerson) external {
        uint256 id = 1 + (pick % COUNT);
        uint256 next = toPerson ? 0 : 1 + (into % COUNT);
        address to = toPerson ? address(uint160(1 + (into % 3))) : automaton.accountOf(next);
        address from = ownerOf[id];
        bool forbidden = _isForbidden(id, next);
        vm.prank(from);
        try automaton.transferFrom(from, to, id) {
            check(!forbidden, "a circle or too deep a chain passed");
            ++moved;
            if (from != to) ++changes[id];
            (above[id], ownerOf[id]) = (next, to);
        } catch {
            check(forbidden, "a lawful transfer was refused");
            ++refused;
        }
    }

    function tokens() external view returns (Automaton) {
        return automaton;
    }

    /// @dev The rule by the books alone: from the new owner upwards neither the automaton itself nor more than five.
    function _isForbidden(uint256 id, uint256 next) private view returns (bool) {
        for (uint256 depth = 0; depth < _DEPTH; ++depth) {
            if (next == 0 || next == id) return next == id;
            next = above[next];
        }
        return next != 0;
    }
}

contract AutomatonInvariants is Test {
    AutomatonHandler private _handler;

    function setUp() public {
        _handler = new AutomatonHandler();
        target(address(_handler));
    }

    /// @dev The invariants would hold of a handler that never moves anything: this one moves, and meets refusals.
    function test_handler_movesAndIsRefused() public {
        _handler.move(0, 0, false);
        same(_handler.refused(), 1, "into its own account");
        for (uint256 id = 1; id <= 5; ++id) _handler.move(id, id - 1, false);
        same(_handler.moved(), 5, "five under each other");
        _handler.move(0, 5, false);
        same(_handler.refused(), 2, "the first under the last");
        _handler.move(6, 5, false);
        same(_handler.refused(), 3, "a seventh below six");
        _handler.move(0, 1, true);
        same(_handler.moved(), 6, "from person to person");
    }

    function invariant_ownersAreThoseOfTheBooks() public view {
        for (uint256 id = 1; id <= _handler.COUNT(); ++id) {
            same(_handler.tokens().ownerOf(id), _handler.ownerOf(id), "owner");
        }
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

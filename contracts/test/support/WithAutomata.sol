// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC6551Registry} from "erc6551/ERC6551Registry.sol";
import {Account} from "../../src/Account.sol";
import {Automaton} from "../../src/Automaton.sol";
import {Painter} from "../../src/Painter.sol";
import {Test} from "./Test.sol";

/// @title The registry, an implementation and the automata, minted by whom the test says.
abstract contract WithAutomata is Test {
    ERC6551Registry internal registry;
    Account internal implementation;
    Automaton internal automaton;

    function _deploy(address minter) internal {
        registry = new ERC6551Registry();
        implementation = new Account();
        automaton = new Automaton(minter, address(registry), address(implementation), address(new Painter()));
    }

    function _account(uint256 id) internal view returns (Account) {
        return Account(payable(automaton.accountOf(id)));
    }
}

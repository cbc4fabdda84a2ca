// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ERC6551} from "solady/src/accounts/ERC6551.sol";
import {Account} from "../src/Account.sol";
import {IAutomaton} from "../src/interfaces/IAutomaton.sol";
import {IRelay} from "../src/interfaces/IRelay.sol";
import {Relay} from "../src/Relay.sol";
import {WithAutomata} from "./support/WithAutomata.sol";

/// @dev Answers `token()` with too much, to see that a hostile receiver stops the walk and not the transfer.
contract Liar {
    fallback() external {
        assembly {
            return(0, 1000000)
        }
    }
}

/// @dev Burns all gas it is given when it is asked for its token.
contract Furnace {
    fallback() external {
        while (true) {}
    }
}

contract AutomatonTest is WithAutomata {
    address private constant _ALICE = address(0xa11ce);
    address private constant _BOB = address(0xb0b);

    uint256 private _ada;
    uint256 private _bit;

    function setUp() public {
        _deploy(address(this));
        (_ada, ) = automaton.mint(_ALICE, "ada", "code");
        (_bit, ) = automaton.mint(_ALICE, "bit", "code");
    }

    function test_mint_makesTokenAndAccount() public {
        (uint256 id, address account) = automaton.mint(_BOB, "cy", keccak256("code"));
        same(id, 3, "ids count from one");
        same(automaton.ownerOf(id), _BOB, "owner");
        same(bytes(automaton.nameOf(id)), "cy", "name");
        same(automaton.automatonOf("cy"), id, "found by name");
        same(uint256(automaton.codeHashOf(id)), uint256(keccak256("code")), "code");
        same(automaton.epochOf(id), 0, "epoch");
        same(automaton.accountOf(id), account, "account");
        (uint256 chain, address collection, uint256 token) = Account(payable(account)).token();
        check(chain == block.chainid && collection == address(automaton) && token == id, "bound to the token");
        same(Account(payable(account)).owner(), _BOB, "the account obeys the token's owner");
    }

    function test_mint_onlyMinter() public {
        vm.prank(_BOB);
        vm.expectRevert(abi.encodeWithSelector(IAutomaton.AutomatonInvalidMinter.selector, _BOB));
        automaton.mint(_BOB, "eve", 0);
    }

    function test_mint_refusesBadNames() public {
        string[6] memory bad = ["", "a", "Ada", "a b", unicode"ü", "abcdefghijklmnopqrstuvwxy"];
        for (uint256 i = 0; i < bad.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IAutomaton.AutomatonInvalidName.selector, bad[i]));
            automaton.mint(_ALICE, bad[i], 0);
        }
        vm.expectRevert(abi.encodeWithSelector(IAutomaton.AutomatonNameTaken.selector, "ada"));
        automaton.mint(_BOB, "ada", 0);
    }

    function test_transfer_advancesTheEpoch() public {
        vm.expectEmit();
        emit IAutomaton.EpochAdvanced(_ada, 1, _BOB);
        _move(_ALICE, _BOB, _ada);
        same(automaton.epochOf(_ada), 1, "epoch after a sale");
        _move(_BOB, _BOB, _ada);
        same(automaton.epochOf(_ada), 1, "epoch after a transfer to oneself");
        same(automaton.epochOf(_bit), 0, "another's epoch");
    }

    function test_transfer_bringsTheAccountAlong() public {
        _move(_ALICE, _BOB, _ada);
        Account account = _account(_ada);
        vm.prank(_ALICE);
        vm.expectRevert(abi.encodeWithSelector(ERC6551.Unauthorized.selector));
        account.execute(address(automaton), 0, "", 0);
        vm.prank(_BOB);
        account.execute(address(automaton), 0, abi.encodeCall(IAutomaton.setCode, (_ada, "new")), 0);
        same(uint256(automaton.codeHashOf(_ada)), uint256(bytes32("new")), "code set through the account");
    }

    function test_setCode_onlyOwnerOrAccount() public {
        vm.prank(_BOB);
        vm.expectRevert(abi.encodeWithSelector(IAutomaton.AutomatonInvalidCaller.selector, _ada, _BOB));
        automaton.setCode(_ada, "evil");
        vm.prank(_ALICE);
        automaton.approve(_BOB, _ada);
        vm.prank(_BOB);
        vm.expectRevert(abi.encodeWithSelector(IAutomaton.AutomatonInvalidCaller.selector, _ada, _BOB));
        automaton.setCode(_ada, "evil");
        vm.prank(_ALICE);
        vm.expectEmit();
        emit IAutomaton.CodeChanged(_ada, 0, "good");
        automaton.setCode(_ada, "good");
    }

    function test_transfer_refusesItsOwnAccount() public {
        address own = automaton.accountOf(_ada);
        vm.prank(_ALICE);
        vm.expectRevert(abi.encodeWithSelector(IAutomaton.AutomatonOwnsItself.selector, _ada, own));
        automaton.transferFrom(_ALICE, own, _ada);
    }

    function test_transfer_refusesAnAccountOfItsOwnUnderAnotherSalt() public {
        address own = registry.createAccount(address(implementation), "salt", block.chainid, address(automaton), _ada);
        vm.prank(_ALICE);
        vm.expectRevert(abi.encodeWithSelector(IAutomaton.AutomatonOwnsItself.selector, _ada, own));
        automaton.transferFrom(_ALICE, own, _ada);
    }

    function test_transfer_refusesACircleOfTwo() public {
        address adas = automaton.accountOf(_ada);
        address bits = automaton.accountOf(_bit);
        _move(_ALICE, adas, _bit);
        vm.prank(_ALICE);
        vm.expectRevert(abi.encodeWithSelector(IAutomaton.AutomatonOwnsItself.selector, _ada, bits));
        automaton.transferFrom(_ALICE, bits, _ada);
    }

    function test_mint_refusesItsFutureAccount() public {
        address future = registry.account(address(implementation), 0, block.chainid, address(automaton), 3);
        vm.expectRevert(abi.encodeWithSelector(IAutomaton.AutomatonOwnsItself.selector, 3, future));
        automaton.mint(future, "eve", 0);
    }

    function test_transfer_refusesChainsTooDeepToSearch() public {
        uint256[7] memory ids;
        for (uint256 i = 0; i < 7; ++i) {
            (ids[i], ) = automaton.mint(_ALICE, string.concat("deep", string(abi.encodePacked(uint8(97 + i)))), 0);
        }
        for (uint256 i = 1; i < 6; ++i) _move(_ALICE, automaton.accountOf(ids[i - 1]), ids[i]);
        address deepest = automaton.accountOf(ids[5]);
        vm.prank(_ALICE);
        vm.expectRevert(abi.encodeWithSelector(IAutomaton.AutomatonTooDeep.selector, ids[6], deepest));
        automaton.transferFrom(_ALICE, deepest, ids[6]);
        _move(_ALICE, automaton.accountOf(ids[4]), ids[6]);
    }

    function test_transfer_hostileReceiversOnlyStopTheWalk() public {
        _move(_ALICE, address(new Liar()), _ada);
        _move(_ALICE, address(new Furnace()), _bit);
    }

    function test_account_isNotUpgradeable() public {
        Account account = _account(_ada);
        bytes memory upgrade = abi.encodeWithSignature("upgradeToAndCall(address,bytes)", address(new Account()), "");
        vm.prank(_ALICE);
        (bool ok, ) = address(account).call(upgrade);
        check(!ok, "the call fails");
        same(account.owner(), _ALICE, "nothing changed");
    }

    function test_account_runsOnlyPlainCalls() public {
        Account account = _account(_ada);
        vm.prank(_ALICE);
        vm.expectRevert(abi.encodeWithSelector(ERC6551.OperationNotSupported.selector));
        account.execute(address(this), 0, "", 1);
    }

    function test_account_changesItsStateWithEveryExecution() public {
        Account account = _account(_ada);
        bytes32 before = account.state();
        vm.prank(_ALICE);
        account.execute(address(this), 0, abi.encodeCall(this.nothing, ()), 0);
        check(account.state() != before, "state");
    }

    function test_relay_actsForAnAutomaton() public {
        Relay relay = new Relay(address(this));
        _deploy(address(relay));
        IRelay.Action[] memory actions = new IRelay.Action[](2);
        actions[0] = IRelay.Action(
            "mint",
            address(automaton),
            abi.encodeCall(IAutomaton.mint, (address(relay), "ada", "code"))
        );
        actions[1] = IRelay.Action(
            "act",
            registry.account(address(implementation), 0, block.chainid, address(automaton), 1),
            abi.encodeCall(
                ERC6551.execute,
                (address(automaton), 0, abi.encodeCall(IAutomaton.setCode, (1, "new")), 0)
            )
        );
        relay.run(actions);
        check(relay.done("mint") && relay.done("act"), "both were done in one batch");
        same(uint256(automaton.codeHashOf(1)), uint256(bytes32("new")), "code");
    }

    function test_read_refusesUnknownAutomata() public {
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, 9));
        automaton.nameOf(9);
        same(automaton.automatonOf("nobody"), 0, "an unknown name");
    }

    function test_tokenUri_isWritten() public view {
        check(bytes(automaton.tokenURI(_ada)).length > 2000, "metadata");
    }

    function nothing() external {}

    function _move(address from, address to, uint256 id) private {
        vm.prank(from);
        automaton.transferFrom(from, to, id);
    }
}

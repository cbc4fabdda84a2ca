// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {IRelay} from "../src/interfaces/IRelay.sol";
import {Relay} from "../src/Relay.sol";
import {Test} from "./support/Test.sol";

/// @dev Something to call: counts, fails on demand, answers at length, calls back.
contract Bell {
    uint256 public rings;
    bool public broken;
    mapping(uint256 bell => bool) public rungs;

    error Broken(uint256 rings);

    function ring() external returns (uint256) {
        if (broken) revert Broken(rings);
        return ++rings;
    }

    function breakDown(bool broken_) external {
        broken = broken_;
    }

    function babble(uint256 length) external pure {
        assembly {
            return(0, length)
        }
    }

    /// @dev Costs 22,100 gas a bell.
    function peal(uint256 bells) external {
        for (uint256 i = 0; i < bells; ++i) rungs[i] = true;
    }

    function burn() external pure {
        while (true) {}
    }
}

/// @dev An owner that is a contract and runs the same action again from inside it.
contract Echo {
    Relay public relay;
    Bell public immutable bell = new Bell();

    function start() external {
        relay = new Relay(address(this));
        relay.run(_again(this.again.selector));
    }

    function again() external {
        bell.ring();
        relay.run(_again(this.again.selector));
    }

    function _again(bytes4 selector) private view returns (IRelay.Action[] memory actions) {
        actions = new IRelay.Action[](1);
        actions[0] = IRelay.Action(bytes32("echo"), address(this), abi.encodeWithSelector(selector));
    }
}

contract RelayTest is Test {
    /// @dev What one transaction of the embedded chain may use.
    uint256 private constant _TRANSACTION_GAS = 16_777_216;

    Relay private _relay;
    Bell private _bell;

    function setUp() public {
        _relay = new Relay(address(this));
        _bell = new Bell();
    }

    function test_run_runsActionsInOrder() public {
        vm.expectEmit();
        emit IRelay.Done(bytes32(uint256(1)), true, abi.encode(1));
        vm.expectEmit();
        emit IRelay.Done(bytes32(uint256(2)), true, abi.encode(2));
        _relay.run(_two(_ring(1), _ring(2)));
        same(_bell.rings(), 2, "rings");
        check(_relay.done(bytes32(uint256(1))) && _relay.done(bytes32(uint256(2))), "both spent");
        check(!_relay.done(bytes32(uint256(3))), "a neighbour is not spent");
    }

    function test_run_leavesOutSpentIntents() public {
        _relay.run(_one(_ring(7)));
        vm.expectEmit();
        emit IRelay.Repeated(bytes32(uint256(7)));
        _relay.run(_two(_ring(7), _ring(8)));
        same(_bell.rings(), 2, "rings");
    }

    function test_run_leavesOutRepeatsWithinABatch() public {
        _relay.run(_two(_ring(7), _ring(7)));
        same(_bell.rings(), 1, "rings");
    }

    function test_run_failureStopsNothingAndMayBeRunAgain() public {
        bytes memory breakDown = abi.encodeCall(Bell.breakDown, (true));
        IRelay.Action memory bad = IRelay.Action(bytes32("bad"), address(_bell), breakDown);
        vm.expectEmit();
        emit IRelay.Done(bytes32("bad"), true, "");
        vm.expectEmit();
        emit IRelay.Done(bytes32(uint256(1)), false, abi.encodeWithSelector(Bell.Broken.selector, 0));
        _relay.run(_two(bad, _ring(1)));
        check(!_relay.done(bytes32(uint256(1))), "a failed intent is not spent");

        _bell.breakDown(false);
        _relay.run(_one(_ring(1)));
        check(_relay.done(bytes32(uint256(1))), "it is spent by success");
        same(_bell.rings(), 1, "rings");
    }

    function test_run_callToNothingIsAFailure() public {
        vm.expectEmit();
        emit IRelay.Done(
            bytes32("void"),
            false,
            abi.encodeWithSelector(IRelay.RelayTargetEmpty.selector, address(0xdead))
        );
        _relay.run(_one(IRelay.Action(bytes32("void"), address(0xdead), "")));
        check(!_relay.done(bytes32("void")), "not spent");
    }

    function test_run_dropsLongAnswers() public {
        vm.expectEmit();
        emit IRelay.Done(bytes32("long"), true, "");
        _relay.run(
            _one(IRelay.Action(bytes32("long"), address(_bell), abi.encodeCall(Bell.babble, (1_000_000))))
        );
    }

    function test_run_anActionThatBurnsItsGasFailsAlone() public {
        _relay.run{gas: _TRANSACTION_GAS}(_two(_burn(), _ring(1)));
        same(_bell.rings(), 1, "the ring after it stands");
        check(!_relay.done(bytes32("burn")), "not spent");
    }

    /// @dev Known limit 8: what is left after the burner is too little for a costly action, which is not spent.
    function test_run_aBurnerStarvesACostlyActionAfterIt() public {
        IRelay.Action memory peal = IRelay.Action(bytes32("peal"), address(_bell), abi.encodeCall(Bell.peal, (20)));
        _relay.run{gas: _TRANSACTION_GAS}(_two(_burn(), peal));
        check(!_relay.done(bytes32("peal")) && !_relay.done(bytes32("burn")), "neither is spent");
        _relay.run{gas: _TRANSACTION_GAS}(_one(peal));
        check(_relay.done(bytes32("peal")), "without the burner it passes");
    }

    /// @dev Known limit 8: what is left does not carry the batch to its end, so that all of it is undone.
    function test_run_aBurnerBeforeManyUndoesTheBatch() public {
        IRelay.Action[] memory actions = new IRelay.Action[](30);
        actions[0] = _burn();
        for (uint256 i = 1; i < actions.length; ++i) actions[i] = _ring(i << 8);
        (bool ok, ) = address(_relay).call{gas: _TRANSACTION_GAS}(abi.encodeCall(IRelay.run, (actions)));
        check(!ok && _bell.rings() == 0, "nothing of it stands");
        for (uint256 i = 0; i < actions.length; ++i) check(!_relay.done(actions[i].intent), "nothing is spent");
    }

    function test_run_onlyOwner() public {
        vm.prank(address(0xbad));
        vm.expectRevert(abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, address(0xbad)));
        _relay.run(new IRelay.Action[](0));
    }

    function test_run_reentrantOwnerFindsItsIntentSpent() public {
        Echo echo = new Echo();
        echo.start();
        same(echo.bell().rings(), 1, "rings");
    }

    function test_ownership_movesInTwoSteps() public {
        _relay.transferOwnership(address(0xbeef));
        same(_relay.owner(), address(this), "owner before acceptance");
        vm.prank(address(0xbeef));
        _relay.acceptOwnership();
        same(_relay.owner(), address(0xbeef), "owner after acceptance");
    }

    function test_ownership_isNeverRenounced() public {
        vm.expectRevert(abi.encodeWithSelector(IRelay.RelayNeedsOwner.selector));
        _relay.renounceOwnership();
    }

    function test_fuzz_run_neverTwice(bytes32[8] calldata intents, uint256 seed) public {
        for (uint256 i = 0; i < 24; ++i) {
            bytes32 intent = intents[uint256(keccak256(abi.encode(seed, i))) % 8];
            uint256 before = _bell.rings();
            bool spent = _relay.done(intent);
            _relay.run(_one(IRelay.Action(intent, address(_bell), abi.encodeCall(Bell.ring, ()))));
            same(_bell.rings() - before, spent ? 0 : 1, "rings of this run");
            check(_relay.done(intent), "spent afterwards");
        }
    }

    function test_fuzz_run_marksItsIntentOnly(bytes32 intent) public {
        _relay.run(_one(_ring(uint256(intent))));
        for (uint256 i = 0; i < 256; ++i) {
            bytes32 neighbour = bytes32((uint256(intent) & ~uint256(0xff)) | i);
            check(_relay.done(neighbour) == (neighbour == intent), "marks of one slot");
        }
    }

    function _burn() private view returns (IRelay.Action memory) {
        return IRelay.Action(bytes32("burn"), address(_bell), abi.encodeCall(Bell.burn, ()));
    }

    function _ring(uint256 intent) private view returns (IRelay.Action memory) {
        return IRelay.Action(bytes32(intent), address(_bell), abi.encodeCall(Bell.ring, ()));
    }

    function _one(IRelay.Action memory a) private pure returns (IRelay.Action[] memory actions) {
        actions = new IRelay.Action[](1);
        actions[0] = a;
    }

    function _two(
        IRelay.Action memory a,
        IRelay.Action memory b
    ) private pure returns (IRelay.Action[] memory actions) {
        actions = new IRelay.Action[](2);
        actions[0] = a;
        actions[1] = b;
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRelay} from "../src/interfaces/IRelay.sol";
import {Relay} from "../src/Relay.sol";
import {Test} from "./support/Test.sol";

/// @dev Runs random intents at random, some failing, and counts what really happened for each.
contract RelayHandler is Test {
    Relay public immutable relay = new Relay(address(this));
    uint256 public constant INTENTS = 12;
    mapping(uint256 intent => uint256) public effects;
    bool private _failing;

    function run(uint256 first, uint256 second, bool failing) external {
        _failing = failing;
        IRelay.Action[] memory actions = new IRelay.Action[](2);
        actions[0] = _action(first % INTENTS);
        actions[1] = _action(second % INTENTS);
        relay.run(actions);
    }

    function take(uint256 intent) external {
        if (msg.sender != address(relay)) return;
        check(!_failing || intent % 2 == 0, "fails on demand");
        ++effects[intent];
    }

    function _action(uint256 intent) private view returns (IRelay.Action memory) {
        return IRelay.Action(bytes32(intent * 100), address(this), abi.encodeCall(this.take, (intent)));
    }
}

contract RelayInvariants is Test {
    RelayHandler private _handler;

    function setUp() public {
        _handler = new RelayHandler();
        target(address(_handler));
    }

    function invariant_anIntentTakesEffectOnceAndOnlyWhenSpent() public view {
        for (uint256 i = 0; i < _handler.INTENTS(); ++i) {
            same(_handler.effects(i), _handler.relay().done(bytes32(i * 100)) ? 1 : 0, "effects of an intent");
        }
    }
}

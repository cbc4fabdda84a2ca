// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {IRelay} from "./interfaces/IRelay.sol";

/// @title Relay
/// @dev Spent intents are bits, 256 to a slot: a counting last byte makes the mark of all but one action in 256 cost a
/// warm write. A failed action leaves its bit clear, because its call was undone and nothing of it remains on chain.
contract Relay is IRelay, Ownable2Step {
    /// @dev Longer answers are not copied, so that a called contract cannot burn the batch's gas with them.
    uint256 private constant _RESULT_LIMIT = 1024;

    mapping(uint256 page => uint256 bits) private _spent;

    /// @param owner_ the host's chain key
    constructor(address owner_) Ownable(owner_) {}

    /// @inheritdoc IRelay
    function run(Action[] calldata actions) external onlyOwner {
        for (uint256 i = 0; i < actions.length; ++i) {
            Action calldata action = actions[i];
            (uint256 page, uint256 bit) = _place(action.intent);
            uint256 bits = _spent[page];
            if (bits & bit != 0) {
                emit Repeated(action.intent);
                continue;
            }
            // Marked before the call: whatever the call leads to finds its intent spent.
            _spent[page] = bits | bit;
            (bool ok, bytes memory result) = _call(action.to, action.data);
            if (!ok) _spent[page] &= ~bit;
            emit Done(action.intent, ok, result);
        }
    }

    /// @inheritdoc IRelay
    function done(bytes32 intent) external view returns (bool) {
        (uint256 page, uint256 bit) = _place(intent);
        return _spent[page] & bit != 0;
    }

    /// @dev Without an owner every automaton the relay holds would be lost.
    function renounceOwnership() public pure override {
        revert RelayNeedsOwner();
    }

    function _call(address to, bytes calldata data) private returns (bool ok, bytes memory result) {
        if (to.code.length == 0) return (false, abi.encodeWithSelector(RelayTargetEmpty.selector, to));
        ok = LowLevelCall.callNoReturn(to, data);
        if (LowLevelCall.returnDataSize() <= _RESULT_LIMIT) result = LowLevelCall.returnData();
    }

    function _place(bytes32 intent) private pure returns (uint256 page, uint256 bit) {
        page = uint256(intent) >> 8;
        bit = 1 << (uint256(intent) & 0xff);
    }
}

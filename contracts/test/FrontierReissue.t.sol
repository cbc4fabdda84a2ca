// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IFrontier} from "../src/interfaces/IFrontier.sol";
import {FrontierBase} from "./support/FrontierBase.sol";

contract FrontierReissueTest is FrontierBase {
    uint256 private constant _ALICE_KEY = 0xa11ce;
    address private constant _NEW = address(0xe77);
    address private _alice;
    uint256 private _laurel;

    function setUp() public {
        _deploy();
        _alice = vm.addr(_ALICE_KEY);
        frontier.open("run", address(0xc0de), false);
        _award(_alone("run", 0, 100, _alice));
        _laurel = frontier.laurelOf("run", 0, 0);
    }

    function test_reissue_movesAfterTheDelay() public {
        vm.expectEmit();
        emit IFrontier.ReissueRequested(_laurel, _alice, _NEW, uint64(block.timestamp) + DELAY);
        _request(0);
        vm.warp(block.timestamp + DELAY);
        vm.expectEmit();
        emit IFrontier.Reissued(_laurel, _alice, _NEW);
        vm.prank(address(0xdead));
        frontier.executeReissue(_laurel);
        same(frontier.ownerOf(_laurel), _NEW, "holder");
        same(frontier.balanceOf(_alice), 0, "the old key's laurels");
        same(frontier.balanceOf(_NEW), 1, "the new key's laurels");
        same(frontier.shareOf(_laurel), 10_000, "share");
        check(frontier.locked(_laurel), "still locked");
    }

    function test_reissue_notBeforeTheDelay() public {
        _request(0);
        uint64 at = uint64(block.timestamp) + DELAY;
        vm.warp(at - 1);
        vm.expectRevert(abi.encodeWithSelector(IFrontier.FrontierReissueTooEarly.selector, _laurel, at));
        frontier.executeReissue(_laurel);
    }

    function test_reissue_onceOnly() public {
        _request(0);
        vm.warp(block.timestamp + DELAY);
        frontier.executeReissue(_laurel);
        vm.expectRevert(abi.encodeWithSelector(IFrontier.FrontierReissueUnknown.selector, _laurel));
        frontier.executeReissue(_laurel);
    }

    function test_reissue_theHolderMayObject() public {
        _request(0);
        vm.expectEmit();
        emit IFrontier.ReissueObjected(_laurel, _alice);
        vm.prank(_alice);
        frontier.objectReissue(_laurel);
        vm.warp(block.timestamp + 10 * DELAY);
        vm.expectRevert(abi.encodeWithSelector(IFrontier.FrontierReissueUnknown.selector, _laurel));
        frontier.executeReissue(_laurel);
        same(frontier.ownerOf(_laurel), _alice, "holder");
    }

    function test_reissue_theHolderMayObjectBySignature() public {
        _request(0);
        bytes memory signature = _signObjection(_ALICE_KEY, _laurel, 0);
        vm.prank(address(0xdead));
        frontier.objectReissueFor(_laurel, signature);
        same(frontier.reissueOf(_laurel).to, address(0), "under way");

        bytes memory again = _signReissue(VERDICT_KEY, _laurel, _NEW, 1);
        frontier.requestReissue(_laurel, _NEW, again);
        vm.expectRevert(abi.encodeWithSelector(IFrontier.FrontierInvalidHolderSigner.selector, _alice));
        frontier.objectReissueFor(_laurel, signature);
    }

    function test_reissue_othersMayNotObject() public {
        _request(0);
        vm.prank(_NEW);
        vm.expectRevert(abi.encodeWithSelector(IFrontier.FrontierInvalidHolderSigner.selector, _NEW));
        frontier.objectReissue(_laurel);
        bytes memory signature = _signObjection(0xbad, _laurel, 0);
        vm.expectRevert(abi.encodeWithSelector(IFrontier.FrontierInvalidHolderSigner.selector, _alice));
        frontier.objectReissueFor(_laurel, signature);
    }

    function test_reissue_objectingToNothingFails() public {
        vm.prank(_alice);
        vm.expectRevert(abi.encodeWithSelector(IFrontier.FrontierReissueUnknown.selector, _laurel));
        frontier.objectReissue(_laurel);
        vm.expectRevert(abi.encodeWithSelector(IFrontier.FrontierReissueUnknown.selector, _laurel));
        frontier.objectReissueFor(_laurel, hex"00");
    }

    function test_reissue_anAttestationIsUsedOnce() public {
        _request(0);
        vm.prank(_alice);
        frontier.objectReissue(_laurel);
        bytes memory used = _signReissue(VERDICT_KEY, _laurel, _NEW, 0);
        (bool ok, ) = address(frontier).call(abi.encodeCall(IFrontier.requestReissue, (_laurel, _NEW, used)));
        check(!ok, "it is bound to the number of the request");
        _request(1);
    }

    function test_reissue_onlyTheVerdictKeyAttests() public {
        bytes memory signature = _signReissue(0xbad, _laurel, _NEW, 0);
        vm.expectRevert(abi.encodeWithSelector(IFrontier.FrontierInvalidSigner.selector, vm.addr(0xbad)));
        frontier.requestReissue(_laurel, _NEW, signature);
    }

    function test_reissue_oneAtATimeAndNotToTheHolder() public {
        _request(0);
        bytes memory second = _signReissue(VERDICT_KEY, _laurel, address(0xbeef), 1);
        vm.expectRevert(abi.encodeWithSelector(IFrontier.FrontierReissuePending.selector, _laurel));
        frontier.requestReissue(_laurel, address(0xbeef), second);
        vm.expectRevert(abi.encodeWithSelector(IFrontier.FrontierInvalidReissue.selector, _alice));
        frontier.requestReissue(_laurel, _alice, second);
        vm.expectRevert(abi.encodeWithSelector(IFrontier.FrontierInvalidReissue.selector, address(0)));
        frontier.requestReissue(_laurel, address(0), second);
    }

    function test_reissue_ofNothingFails() public {
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, 1));
        frontier.requestReissue(1, _NEW, "");
        vm.expectRevert(abi.encodeWithSelector(IFrontier.FrontierReissueUnknown.selector, _laurel));
        frontier.executeReissue(_laurel);
    }

    function _request(uint32 number) private {
        frontier.requestReissue(_laurel, _NEW, _signReissue(VERDICT_KEY, _laurel, _NEW, number));
    }
}

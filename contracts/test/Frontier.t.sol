// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";
import {Frontier} from "../src/Frontier.sol";
import {IERC5192} from "../src/interfaces/IERC5192.sol";
import {IFrontier} from "../src/interfaces/IFrontier.sol";
import {FrontierBase} from "./support/FrontierBase.sol";
import {Vm} from "./support/Vm.sol";

/// @dev A holder that is a contract and would act if it were told about a laurel.
contract Receiver {
    bool public told;

    function onERC721Received(address, address, uint256, bytes calldata) external returns (bytes4) {
        told = true;
        return this.onERC721Received.selector;
    }
}

contract FrontierAwardTest is FrontierBase {
    bytes32 private constant _LOW = "fewest ticks";
    bytes32 private constant _HIGH = "most contacts";
    address private constant _CREATOR = address(0xc0de);
    address private constant _ALICE = address(0xa11ce);
    address private constant _BOB = address(0xb0b);

    function setUp() public {
        _deploy();
        frontier.open(_LOW, _CREATOR, false);
        frontier.open(_HIGH, _CREATOR, true);
    }

    function test_open_remembersTheChallenge() public {
        vm.expectEmit();
        emit IFrontier.ChallengeOpened("new", _CREATOR, true);
        frontier.open("new", _CREATOR, true);
        IFrontier.Challenge memory challenge = frontier.challengeOf("new");
        same(challenge.creator, _CREATOR, "creator");
        check(challenge.higher && !challenge.held && challenge.records == 0 && challenge.best == 0, "standing");
    }

    function test_open_onlyIssuerOnceAndWithACreator() public {
        vm.prank(_BOB);
        vm.expectRevert(abi.encodeWithSelector(IFrontier.FrontierInvalidIssuer.selector, _BOB));
        frontier.open("new", _CREATOR, false);
        vm.expectRevert(abi.encodeWithSelector(IFrontier.FrontierChallengeExists.selector, _LOW));
        frontier.open(_LOW, _BOB, true);
        vm.expectRevert(abi.encodeWithSelector(IFrontier.FrontierInvalidCreator.selector));
        frontier.open("new", address(0), false);
        vm.expectRevert(abi.encodeWithSelector(IFrontier.FrontierChallengeUnknown.selector, bytes32("new")));
        frontier.challengeOf("new");
    }

    function test_award_givesTheLaurel() public {
        IFrontier.Verdict memory verdict = _alone(_LOW, 0, 431e12, _ALICE);
        uint256 laurel = uint256(keccak256(abi.encode(_LOW, 0, 0)));
        vm.expectEmit();
        emit IFrontier.RecordSet(_LOW, 0, 431e12, keccak256("digest"), verdict.holders, verdict.shares);
        vm.expectEmit();
        emit IERC721.Transfer(address(0), _ALICE, laurel);
        vm.expectEmit();
        emit IERC5192.Locked(laurel);
        _award(verdict);

        same(frontier.laurelOf(_LOW, 0, 0), laurel, "the id follows from the place");
        same(frontier.ownerOf(laurel), _ALICE, "holder");
        same(frontier.shareOf(laurel), 10_000, "share");
        check(frontier.locked(laurel), "locked");
        IFrontier.Challenge memory challenge = frontier.challengeOf(_LOW);
        check(challenge.held && challenge.records == 1 && challenge.best == 431e12, "standing");
        same(challenge.creator, _CREATOR, "the creator stays");
    }

    function test_award_anybodyMayHandItIn() public {
        IFrontier.Verdict memory verdict = _alone(_LOW, 0, 1, _ALICE);
        bytes memory signature = _signVerdict(VERDICT_KEY, verdict);
        vm.prank(address(0xdead));
        frontier.award(verdict, signature);
        same(frontier.balanceOf(_ALICE), 1, "laurels");
    }

    function test_award_dividesARecord() public {
        address[] memory holders = new address[](3);
        uint16[] memory shares = new uint16[](3);
        (holders[0], holders[1], holders[2]) = (_ALICE, _BOB, address(0xcafe));
        (shares[0], shares[1], shares[2]) = (5_000, 3_333, 1_667);
        _award(_verdict(_LOW, 0, 1, holders, shares));
        for (uint256 i = 0; i < 3; ++i) {
            uint256 laurel = frontier.laurelOf(_LOW, 0, i);
            same(frontier.ownerOf(laurel), holders[i], "holder");
            same(frontier.shareOf(laurel), shares[i], "share");
        }
    }

    function test_award_refusesAnUnknownChallenge() public {
        IFrontier.Verdict memory verdict = _alone("nowhere", 0, 1, _ALICE);
        bytes memory signature = _signVerdict(VERDICT_KEY, verdict);
        vm.expectRevert(abi.encodeWithSelector(IFrontier.FrontierChallengeUnknown.selector, bytes32("nowhere")));
        frontier.award(verdict, signature);
    }

    function test_award_refusesOutOfOrder() public {
        _refused(_alone(_LOW, 1, 1, _ALICE), abi.encodeWithSelector(IFrontier.FrontierOutOfOrder.selector, _LOW, 0, 1));
        _award(_alone(_LOW, 0, 5, _ALICE));
        _refused(_alone(_LOW, 0, 1, _ALICE), abi.encodeWithSelector(IFrontier.FrontierOutOfOrder.selector, _LOW, 1, 0));
        _refused(_alone(_LOW, 2, 1, _ALICE), abi.encodeWithSelector(IFrontier.FrontierOutOfOrder.selector, _LOW, 1, 2));
    }

    function test_award_refusesTheSameVerdictTwice() public {
        IFrontier.Verdict memory verdict = _alone(_LOW, 0, 1, _ALICE);
        _award(verdict);
        _refused(verdict, abi.encodeWithSelector(IFrontier.FrontierOutOfOrder.selector, _LOW, 1, 0));
    }

    function test_award_refusesWhatIsNotBetter() public {
        _award(_alone(_LOW, 0, 100, _ALICE));
        _refused(_alone(_LOW, 1, 100, _BOB), abi.encodeWithSelector(IFrontier.FrontierNotBetter.selector, _LOW, 100, 100));
        _refused(_alone(_LOW, 1, 101, _BOB), abi.encodeWithSelector(IFrontier.FrontierNotBetter.selector, _LOW, 100, 101));
        _award(_alone(_LOW, 1, 99, _BOB));
        _award(_alone(_HIGH, 0, -100, _ALICE));
        _refused(_alone(_HIGH, 1, -101, _BOB), abi.encodeWithSelector(IFrontier.FrontierNotBetter.selector, _HIGH, -100, -101));
        _award(_alone(_HIGH, 1, type(int80).max, _BOB));
        check(frontier.challengeOf(_HIGH).best == type(int80).max, "the largest value is kept");
        check(frontier.challengeOf(_LOW).best == 99, "the challenges do not mix");
    }

    function test_award_keepsTheSmallestValue() public {
        _award(_alone(_LOW, 0, type(int80).min, _ALICE));
        IFrontier.Challenge memory challenge = frontier.challengeOf(_LOW);
        check(challenge.best == type(int80).min && !challenge.higher && challenge.held, "standing");
        same(challenge.creator, _CREATOR, "a negative value does not spill over");
    }

    function test_award_refusesOtherSigners() public {
        IFrontier.Verdict memory verdict = _alone(_LOW, 0, 1, _ALICE);
        bytes memory signature = _signVerdict(0xbad, verdict);
        vm.expectRevert(abi.encodeWithSelector(IFrontier.FrontierInvalidSigner.selector, vm.addr(0xbad)));
        frontier.award(verdict, signature);
        vm.expectRevert(abi.encodeWithSelector(IFrontier.FrontierInvalidSigner.selector, address(0)));
        frontier.award(verdict, hex"00");
    }

    function test_award_refusesAMalleatedSignature() public {
        IFrontier.Verdict memory verdict = _alone(_LOW, 0, 1, _ALICE);
        bytes memory signature = _signVerdict(VERDICT_KEY, verdict);
        bytes32 s;
        assembly ("memory-safe") {
            s := mload(add(signature, 0x40))
        }
        uint256 order = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;
        bytes memory twin = abi.encodePacked(bytes32(0), order - uint256(s), uint8(signature[64]) ^ 7);
        for (uint256 i = 0; i < 32; ++i) twin[i] = signature[i];
        vm.expectRevert(abi.encodeWithSelector(IFrontier.FrontierInvalidSigner.selector, address(0)));
        frontier.award(verdict, twin);
    }

    function test_award_refusesAnotherContractsVerdict() public {
        IFrontier.Verdict memory verdict = _alone(_LOW, 0, 1, _ALICE);
        bytes memory signature = _signVerdict(VERDICT_KEY, verdict);
        Frontier other = new Frontier(address(this), vm.addr(VERDICT_KEY), DELAY, frontier.painter());
        other.open(_LOW, _CREATOR, false);
        (bool ok, ) = address(other).call(abi.encodeCall(IFrontier.award, (verdict, signature)));
        check(!ok, "a verdict counts for one contract on one chain");
    }

    function test_award_refusesBadHolders() public {
        address[] memory none = new address[](0);
        _refused(_verdict(_LOW, 0, 1, none, new uint16[](0)), abi.encodeWithSelector(IFrontier.FrontierInvalidHolders.selector, 0, 0));
        _refused(_verdict(_LOW, 0, 1, new address[](9), new uint16[](9)), abi.encodeWithSelector(IFrontier.FrontierInvalidHolders.selector, 9, 9));
        _refused(_verdict(_LOW, 0, 1, new address[](2), new uint16[](1)), abi.encodeWithSelector(IFrontier.FrontierInvalidHolders.selector, 2, 1));
        _refused(_alone(_LOW, 0, 1, _CREATOR), abi.encodeWithSelector(IFrontier.FrontierInvalidHolder.selector, _CREATOR));
        _refused(_alone(_LOW, 0, 1, address(0)), abi.encodeWithSelector(IERC721Errors.ERC721InvalidReceiver.selector, address(0)));
        address[] memory twice = new address[](2);
        (twice[0], twice[1]) = (_ALICE, _ALICE);
        _refused(_verdict(_LOW, 0, 1, twice, _shares(5_000, 5_000)), abi.encodeWithSelector(IFrontier.FrontierInvalidHolder.selector, _ALICE));
    }

    function test_award_refusesBadShares() public {
        address[] memory holders = new address[](2);
        (holders[0], holders[1]) = (_ALICE, _BOB);
        _refused(_verdict(_LOW, 0, 1, holders, _shares(5_000, 4_999)), abi.encodeWithSelector(IFrontier.FrontierInvalidShares.selector, 9_999));
        _refused(_verdict(_LOW, 0, 1, holders, _shares(10_000, 1)), abi.encodeWithSelector(IFrontier.FrontierInvalidShares.selector, 10_001));
        _refused(_verdict(_LOW, 0, 1, holders, _shares(10_000, 0)), abi.encodeWithSelector(IFrontier.FrontierInvalidShares.selector, 0));
    }

    function test_award_runsNoCodeOfTheHolder() public {
        Receiver receiver = new Receiver();
        _award(_alone(_LOW, 0, 1, address(receiver)));
        check(!receiver.told(), "no hook");
        same(frontier.balanceOf(address(receiver)), 1, "laurels");
    }

    function test_laurel_isNeitherMovedNorApprovedNorBurned() public {
        _award(_alone(_LOW, 0, 1, _ALICE));
        uint256 laurel = frontier.laurelOf(_LOW, 0, 0);
        bytes[5] memory calls = [
            abi.encodeCall(IERC721.transferFrom, (_ALICE, _BOB, laurel)),
            abi.encodeWithSignature("safeTransferFrom(address,address,uint256)", _ALICE, _BOB, laurel),
            abi.encodeWithSignature("safeTransferFrom(address,address,uint256,bytes)", _ALICE, _BOB, laurel, "data"),
            abi.encodeCall(IERC721.approve, (_BOB, laurel)),
            abi.encodeCall(IERC721.approve, (address(0), laurel))
        ];
        for (uint256 i = 0; i < calls.length; ++i) {
            vm.prank(_ALICE);
            (bool ok, bytes memory answer) = address(frontier).call(calls[i]);
            check(!ok, "refused");
            same(answer, abi.encodeWithSelector(IFrontier.FrontierSoulbound.selector, laurel), "why");
        }
        vm.prank(_ALICE);
        (bool all, ) = address(frontier).call(abi.encodeCall(IERC721.setApprovalForAll, (_BOB, true)));
        check(!all, "no operators");
        (bool burnt, ) = address(frontier).call(abi.encodeWithSignature("burn(uint256)", laurel));
        check(!burnt, "there is no burn");
        same(frontier.ownerOf(laurel), _ALICE, "holder");
    }

    function test_money_noWayIn() public {
        vm.deal(address(this), 1 ether);
        (bool plain, ) = address(frontier).call{value: 1}("");
        (bool called, ) = address(frontier).call{value: 1}(abi.encodeCall(IFrontier.open, ("paid", _CREATOR, true)));
        check(!plain && !called, "no call with value succeeds");
        same(address(frontier).balance, 0, "balance");
    }

    function test_interfaces_areNamed() public view {
        check(frontier.supportsInterface(0x80ac58cd), "ERC-721");
        check(frontier.supportsInterface(0xb45a3c0e), "ERC-5192");
        check(frontier.supportsInterface(0x01ffc9a7) && !frontier.supportsInterface(0xffffffff), "ERC-165");
    }

    function test_read_refusesUnknownLaurels() public {
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, 1));
        frontier.locked(1);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, 1));
        frontier.shareOf(1);
    }

    function test_fuzz_tokenUri_isWrittenForAnyShare(uint16 share) public {
        uint16 part = uint16(bound(share, 1, 9_999));
        address[] memory holders = new address[](2);
        (holders[0], holders[1]) = (_ALICE, _BOB);
        _award(_verdict(_LOW, 0, 1, holders, _shares(part, 10_000 - part)));
        check(bytes(frontier.tokenURI(frontier.laurelOf(_LOW, 0, 0))).length > 1000, "first");
        check(bytes(frontier.tokenURI(frontier.laurelOf(_LOW, 0, 1))).length > 1000, "second");
    }

    function test_fuzz_award_aTamperedVerdictIsRefused(uint8 field, uint256 noise) public {
        IFrontier.Verdict memory verdict = _alone(_LOW, 0, 431e12, _ALICE);
        bytes memory signature = _signVerdict(VERDICT_KEY, verdict);
        field = field % 4;
        if (field == 0) verdict.value ^= int80(uint80(bound(noise, 1, type(uint64).max)));
        if (field == 1) verdict.digest ^= bytes32(bound(noise, 1, type(uint256).max - 1));
        if (field == 2) verdict.holders[0] = address(uint160(verdict.holders[0]) ^ uint160(bound(noise, 1, 1 << 150)));
        if (field == 3) verdict.challenge = _HIGH;
        (bool ok, ) = address(frontier).call(abi.encodeCall(IFrontier.award, (verdict, signature)));
        check(!ok, "refused");
        same(frontier.challengeOf(_LOW).records + frontier.challengeOf(_HIGH).records, 0, "records");
    }

    function _refused(IFrontier.Verdict memory verdict, bytes memory why) private {
        bytes memory signature = _signVerdict(VERDICT_KEY, verdict);
        vm.expectRevert(why);
        frontier.award(verdict, signature);
    }

    function _shares(uint16 a, uint16 b) private pure returns (uint16[] memory shares) {
        shares = new uint16[](2);
        (shares[0], shares[1]) = (a, b);
    }
}

contract FrontierInvalidationTest is FrontierBase {
    bytes32 private constant _RUN = "run";
    address private constant _ALICE = address(0xa11ce);
    address private constant _BOB = address(0xb0b);

    function setUp() public {
        _deploy();
        frontier.open(_RUN, address(0xc0de), false);
        _award(_alone(_RUN, 0, 100, _ALICE));
        _award(_alone(_RUN, 1, 10, _BOB));
    }

    function test_invalidate_speaksAndReopensTheBar() public {
        vm.expectEmit();
        emit IFrontier.RecordInvalidated(_RUN, 1, true, 100, "walked through a wall");
        _invalidate(IFrontier.Invalidation(_RUN, 1, 2, true, 100, "walked through a wall"));
        check(frontier.isInvalidated(_RUN, 1) && !frontier.isInvalidated(_RUN, 0), "flags");
        same(frontier.ownerOf(frontier.laurelOf(_RUN, 1, 0)), _BOB, "the laurel is not burned");
        _award(_alone(_RUN, 2, 99, _ALICE));
        check(frontier.challengeOf(_RUN).best == 99, "the earlier record was the bar again");
    }

    function test_invalidate_ofTheLastValidRecordLeavesNone() public {
        _invalidate(IFrontier.Invalidation(_RUN, 1, 2, true, 100, "first"));
        _invalidate(IFrontier.Invalidation(_RUN, 0, 2, false, 0, "second"));
        check(!frontier.challengeOf(_RUN).held, "none stands");
        _award(_alone(_RUN, 2, 1_000_000, _ALICE));
        check(frontier.challengeOf(_RUN).records == 3, "numbers are never used again");
    }

    function test_invalidate_onceAndOnlyWhatExists() public {
        _invalidate(IFrontier.Invalidation(_RUN, 1, 2, true, 100, "first"));
        _refused(
            IFrontier.Invalidation(_RUN, 1, 2, true, 100, "again"),
            abi.encodeWithSelector(IFrontier.FrontierRecordInvalid.selector, _RUN, 1)
        );
        _refused(
            IFrontier.Invalidation(_RUN, 2, 2, true, 100, "not there"),
            abi.encodeWithSelector(IFrontier.FrontierRecordInvalid.selector, _RUN, 2)
        );
    }

    function test_invalidate_refusesAStaleOne() public {
        _refused(
            IFrontier.Invalidation(_RUN, 1, 1, true, 100, "signed before the second record"),
            abi.encodeWithSelector(IFrontier.FrontierInvalidationStale.selector, _RUN, 2)
        );
    }

    function test_invalidate_neverMakesTheBarHarder() public {
        _refused(
            IFrontier.Invalidation(_RUN, 0, 2, true, 9, "harder"),
            abi.encodeWithSelector(IFrontier.FrontierInvalidationStale.selector, _RUN, 2)
        );
        _invalidate(IFrontier.Invalidation(_RUN, 0, 2, true, 10, "the standing one stays"));
        check(frontier.challengeOf(_RUN).best == 10, "bar");
    }

    function test_invalidate_onlyTheVerdictKey() public {
        IFrontier.Invalidation memory it = IFrontier.Invalidation(_RUN, 1, 2, true, 100, "forged");
        bytes memory signature = _signInvalidation(0xbad, it);
        vm.expectRevert(abi.encodeWithSelector(IFrontier.FrontierInvalidSigner.selector, vm.addr(0xbad)));
        frontier.invalidate(it, signature);
    }

    function test_invalidate_signatureIsNoVerdict() public {
        IFrontier.Invalidation memory it = IFrontier.Invalidation(_RUN, 1, 2, true, 100, "for that");
        bytes memory signature = _signInvalidation(VERDICT_KEY, it);
        it.reason = "for this";
        (bool ok, ) = address(frontier).call(abi.encodeCall(IFrontier.invalidate, (it, signature)));
        check(!ok, "the reason is signed too");
    }

    function _invalidate(IFrontier.Invalidation memory it) private {
        frontier.invalidate(it, _signInvalidation(VERDICT_KEY, it));
    }

    function _refused(IFrontier.Invalidation memory it, bytes memory why) private {
        bytes memory signature = _signInvalidation(VERDICT_KEY, it);
        vm.expectRevert(why);
        frontier.invalidate(it, signature);
    }
}

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

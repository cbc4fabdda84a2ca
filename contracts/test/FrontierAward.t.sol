// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";
import {Frontier} from "../src/Frontier.sol";
import {IERC5192} from "../src/interfaces/IERC5192.sol";
import {IFrontier} from "../src/interfaces/IFrontier.sol";
import {FrontierBase} from "./support/FrontierBase.sol";

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
        _refused(
            _alone(_LOW, 1, 100, _BOB),
            abi.encodeWithSelector(IFrontier.FrontierNotBetter.selector, _LOW, 100, 100)
        );
        _refused(
            _alone(_LOW, 1, 101, _BOB),
            abi.encodeWithSelector(IFrontier.FrontierNotBetter.selector, _LOW, 100, 101)
        );
        _award(_alone(_LOW, 1, 99, _BOB));
        _award(_alone(_HIGH, 0, -100, _ALICE));
        _refused(
            _alone(_HIGH, 1, -101, _BOB),
            abi.encodeWithSelector(IFrontier.FrontierNotBetter.selector, _HIGH, -100, -101)
        );
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
        _refused(
            _verdict(_LOW, 0, 1, none, new uint16[](0)),
            abi.encodeWithSelector(IFrontier.FrontierInvalidHolders.selector, 0, 0)
        );
        _refused(
            _verdict(_LOW, 0, 1, new address[](9), new uint16[](9)),
            abi.encodeWithSelector(IFrontier.FrontierInvalidHolders.selector, 9, 9)
        );
        _refused(
            _verdict(_LOW, 0, 1, new address[](2), new uint16[](1)),
            abi.encodeWithSelector(IFrontier.FrontierInvalidHolders.selector, 2, 1)
        );
        _refused(
            _alone(_LOW, 0, 1, _CREATOR),
            abi.encodeWithSelector(IFrontier.FrontierInvalidHolder.selector, _CREATOR)
        );
        _refused(
            _alone(_LOW, 0, 1, address(0)),
            abi.encodeWithSelector(IERC721Errors.ERC721InvalidReceiver.selector, address(0))
        );
        address[] memory twice = new address[](2);
        (twice[0], twice[1]) = (_ALICE, _ALICE);
        _refused(
            _verdict(_LOW, 0, 1, twice, _shares(5_000, 5_000)),
            abi.encodeWithSelector(IFrontier.FrontierInvalidHolder.selector, _ALICE)
        );
    }

    function test_award_refusesBadShares() public {
        address[] memory holders = new address[](2);
        (holders[0], holders[1]) = (_ALICE, _BOB);
        _refused(
            _verdict(_LOW, 0, 1, holders, _shares(5_000, 4_999)),
            abi.encodeWithSelector(IFrontier.FrontierInvalidShares.selector, 9_999)
        );
        _refused(
            _verdict(_LOW, 0, 1, holders, _shares(10_000, 1)),
            abi.encodeWithSelector(IFrontier.FrontierInvalidShares.selector, 10_001)
        );
        _refused(
            _verdict(_LOW, 0, 1, holders, _shares(10_000, 0)),
            abi.encodeWithSelector(IFrontier.FrontierInvalidShares.selector, 0)
        );
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

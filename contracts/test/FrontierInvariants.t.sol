// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";
import {Frontier} from "../src/Frontier.sol";
import {IFrontier} from "../src/interfaces/IFrontier.sol";
import {FrontierBase} from "./support/FrontierBase.sol";

/// @dev Awards, transfers, invalidates and re-issues at random, and keeps the books a second time in plain sight.
contract FrontierHandler is FrontierBase {
    uint256 public constant CHALLENGES = 3;

    struct Entry {
        bytes32 challenge;
        uint64 index;
        int80 value;
        uint8 holders;
        bool invalid;
    }

    Entry[] public entries;
    uint256[] public laurels;
    mapping(uint256 laurel => address) public holderOf;
    mapping(bytes32 challenge => uint64) public recordsOf;
    mapping(bytes32 challenge => bool) public higherOf;

    constructor() {
        _deploy();
        for (uint256 i = 0; i < CHALLENGES; ++i) {
            higherOf[_challenge(i)] = i % 2 == 0;
            frontier.open(_challenge(i), address(0xc0de), i % 2 == 0);
        }
    }

    function award(uint256 pick, uint64 index, int16 value, uint8 count, uint16[8] calldata weights) external {
        bytes32 challenge = _challenge(pick);
        uint64 next = recordsOf[challenge];
        if (index % 8 == 0) index = next + (index % 64);
        else index = index % 8 == 1 && next > 0 ? next - 1 : next;
        IFrontier.Verdict memory verdict = _divided(challenge, index, value, count, weights);
        bool shouldPass = verdict.index == next && _beats(challenge, value) && _sum(verdict.shares) == 10_000;
        try frontier.award(verdict, _signVerdict(VERDICT_KEY, verdict)) {
            check(shouldPass, "a bad verdict passed");
            entries.push(Entry(challenge, next, value, uint8(verdict.holders.length), false));
            recordsOf[challenge] = next + 1;
            for (uint256 i = 0; i < verdict.holders.length; ++i) {
                uint256 laurel = frontier.laurelOf(challenge, next, i);
                laurels.push(laurel);
                holderOf[laurel] = verdict.holders[i];
            }
        } catch {
            check(!shouldPass, "a good verdict was refused");
        }
    }

    function transfer(uint256 pick, address to, bool safely) external {
        if (laurels.length == 0) return;
        uint256 laurel = laurels[pick % laurels.length];
        vm.prank(holderOf[laurel]);
        bytes memory move = safely
            ? abi.encodeWithSignature("safeTransferFrom(address,address,uint256)", holderOf[laurel], to, laurel)
            : abi.encodeCall(IERC721.transferFrom, (holderOf[laurel], to, laurel));
        (bool ok, ) = address(frontier).call(move);
        check(!ok, "a laurel was transferred");
    }

    function invalidate(uint256 pick) external {
        if (entries.length == 0) return;
        Entry storage entry = entries[pick % entries.length];
        entry.invalid = true;
        (bool held, int80 best) = standing(entry.challenge);
        IFrontier.Invalidation memory it = IFrontier.Invalidation(
            entry.challenge,
            entry.index,
            recordsOf[entry.challenge],
            held,
            best,
            "because"
        );
        bool before = frontier.isInvalidated(entry.challenge, entry.index);
        try frontier.invalidate(it, _signInvalidation(VERDICT_KEY, it)) {
            check(!before, "a record was invalidated twice");
        } catch {
            check(before, "an invalidation was refused");
        }
    }

    function reissue(uint256 pick, address to, bool object) external {
        if (laurels.length == 0) return;
        uint256 laurel = laurels[pick % laurels.length];
        if (to == address(0) || to == holderOf[laurel]) return;
        uint32 request = frontier.reissueOf(laurel).requests;
        frontier.requestReissue(laurel, to, _signReissue(VERDICT_KEY, laurel, to, request));
        if (object) {
            vm.prank(holderOf[laurel]);
            frontier.objectReissue(laurel);
            return;
        }
        vm.warp(block.timestamp + DELAY);
        frontier.executeReissue(laurel);
        holderOf[laurel] = to;
    }

    /// @dev The best valid record by the handler's own books.
    function standing(bytes32 challenge) public view returns (bool held, int80 best) {
        for (uint256 i = 0; i < entries.length; ++i) {
            Entry storage entry = entries[i];
            if (entry.challenge != challenge || entry.invalid) continue;
            if (!held || (higherOf[challenge] ? entry.value > best : entry.value < best)) best = entry.value;
            held = true;
        }
    }

    function counts() external view returns (uint256 records, uint256 tokens) {
        return (entries.length, laurels.length);
    }

    function contractUnderTest() external view returns (Frontier) {
        return frontier;
    }

    /// @dev Weights become shares of 10,000; now and then the sum is left wrong on purpose.
    function _divided(bytes32 challenge, uint64 index, int80 value, uint8 count, uint16[8] calldata weights)
        private
        pure
        returns (IFrontier.Verdict memory)
    {
        uint256 length = 1 + (count % 8);
        address[] memory holders = new address[](length);
        uint16[] memory shares = new uint16[](length);
        uint256 left = 10_000;
        for (uint256 i = 0; i < length; ++i) {
            holders[i] = address(uint160(0x1000 + i));
            shares[i] = uint16(i + 1 == length ? left : 1 + (weights[i] % 1_200));
            left -= shares[i];
        }
        if (weights[7] % 8 == 0) ++shares[0];
        return _verdict(challenge, index, value, holders, shares);
    }

    function _beats(bytes32 challenge, int80 value) private view returns (bool) {
        (bool held, int80 best) = standing(challenge);
        return !held || (higherOf[challenge] ? value > best : value < best);
    }

    function _sum(uint16[] memory shares) private pure returns (uint256 sum) {
        for (uint256 i = 0; i < shares.length; ++i) sum += shares[i];
    }

    function _challenge(uint256 pick) private pure returns (bytes32) {
        return bytes32("challenge") | bytes32(pick % CHALLENGES);
    }
}

contract FrontierInvariants is FrontierBase {
    FrontierHandler private _handler;

    function setUp() public {
        _handler = new FrontierHandler();
        frontier = _handler.contractUnderTest();
        target(address(_handler));
    }

    function invariant_holdersChangeOnlyByReissue() public view {
        (, uint256 tokens) = _handler.counts();
        for (uint256 i = 0; i < tokens; ++i) {
            uint256 laurel = _handler.laurels(i);
            same(frontier.ownerOf(laurel), _handler.holderOf(laurel), "holder");
        }
    }

    function invariant_sharesOfARecordAreTheWhole() public view {
        (uint256 records, ) = _handler.counts();
        for (uint256 i = 0; i < records; ++i) {
            (bytes32 challenge, uint64 index, , uint8 holders, ) = _handler.entries(i);
            uint256 sum = 0;
            for (uint256 j = 0; j < holders; ++j) sum += frontier.shareOf(frontier.laurelOf(challenge, index, j));
            same(sum, 10_000, "sum of shares");
        }
    }

    /// @dev Each record of the books came next and was better than all valid ones at its time; the bar is the best of
    /// those still valid.
    function invariant_recordsAreInOrderAndTheBarIsTheBestValidOne() public view {
        (uint256 records, ) = _handler.counts();
        for (uint256 i = 0; i < records; ++i) {
            (bytes32 challenge, uint64 index, , , bool invalid) = _handler.entries(i);
            IFrontier.Challenge memory now_ = frontier.challengeOf(challenge);
            (bool held, int80 best) = _handler.standing(challenge);
            check(index < now_.records && now_.records == _handler.recordsOf(challenge), "numbers");
            check(now_.held == held && now_.best == best, "bar");
            check(frontier.isInvalidated(challenge, index) == invalid, "flag");
        }
    }

    function invariant_thereIsNoMoney() public view {
        same(address(frontier).balance, 0, "balance");
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IFrontier} from "../src/interfaces/IFrontier.sol";
import {FrontierBase} from "./support/FrontierBase.sol";

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

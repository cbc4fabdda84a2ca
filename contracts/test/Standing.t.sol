// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Standing, Standings} from "../src/libraries/Standing.sol";
import {Test} from "./support/Test.sol";

contract StandingTest is Test {
    function test_fuzz_changes_keepTheOtherFields(address maker, bool better, int80 first, int80 second) public pure {
        vm.assume(maker != address(0));
        Standing standing = Standings.opened(maker, better);
        _same(standing, maker, better, 0, false, 0);
        standing = standing.advanced(first);
        _same(standing, maker, better, 1, true, first);
        standing = standing.advanced(second);
        _same(standing, maker, better, 2, true, second);
        standing = standing.rebarred(true, first);
        _same(standing, maker, better, 2, true, first);
        standing = standing.rebarred(false, second);
        _same(standing, maker, better, 2, false, 0);
    }

    function test_records_countUpToTheLimit() public pure {
        Standing standing = Standings.opened(address(0xc0de), true);
        for (uint256 i = 1; i < Standings.RECORD_LIMIT; ++i) standing = standing.advanced(-1);
        _same(standing, address(0xc0de), true, 16_383, true, -1);
    }

    function test_fuzz_beats_followsTheDirection(int80 value, int80 bar) public pure {
        check(Standings.opened(address(1), true).beats(value, bar) == (value > bar), "higher");
        check(Standings.opened(address(1), false).beats(value, bar) == (value < bar), "lower");
    }

    function _same(Standing standing, address maker, bool better, uint64 records, bool held, int80 best) private pure {
        check(standing.isOpened(), "opened");
        same(standing.creator(), maker, "creator");
        check(standing.higher() == better, "direction");
        same(standing.records(), records, "records");
        check(standing.held() == held, "held");
        check(standing.best() == best, "best");
    }
}

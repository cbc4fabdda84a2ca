// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Painter} from "../src/Painter.sol";
import {Work} from "../src/Work.sol";
import {Test} from "./support/Test.sol";

/// @dev Mints and moves at random, and remembers what it was given.
contract WorkHandler is Test {
    Work public immutable work = new Work(address(this), address(new Painter()));
    uint256[] public works;
    mapping(uint256 work => bytes) public genomes;

    function mint(uint8 pick, address maker, uint16 version) external {
        if (maker == address(0)) return;
        bytes memory genome = abi.encodePacked("genome", pick % 40);
        uint256 id = work.workOf(genome);
        bool known = genomes[id].length != 0;
        try work.mint(maker, "lantern", version, "T", new uint256[](0), genome) {
            check(!known, "a genome was minted twice");
            works.push(id);
            genomes[id] = genome;
        } catch {
            check(known, "a new genome was refused");
        }
    }

    function move(uint256 pick, address to) external {
        if (works.length == 0 || to == address(0)) return;
        uint256 id = works[pick % works.length];
        address from = work.ownerOf(id);
        vm.prank(from);
        work.transferFrom(from, to, id);
    }

    function count() external view returns (uint256) {
        return works.length;
    }
}

contract WorkInvariants is Test {
    WorkHandler private _handler;

    function setUp() public {
        _handler = new WorkHandler();
        target(address(_handler));
    }

    function invariant_genomesAreUniqueAndNeverChange() public view {
        Work work = _handler.work();
        for (uint256 i = 0; i < _handler.count(); ++i) {
            uint256 id = _handler.works(i);
            same(work.genomeOf(id), _handler.genomes(id), "genome");
            same(uint256(keccak256(work.genomeOf(id))), id, "the id is the hash of the genome");
            check(work.ownerOf(id) != address(0), "no work is ever burned");
        }
    }
}

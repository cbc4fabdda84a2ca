// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {SSTORE2} from "solady/src/utils/SSTORE2.sol";
import {IWork} from "../src/interfaces/IWork.sol";
import {Painter} from "../src/Painter.sol";
import {Work} from "../src/Work.sol";
import {Test} from "./support/Test.sol";

contract WorkTest is Test {
    address private constant _MAKER = address(0xa11ce);
    bytes32 private constant _GENERATOR = "lantern";

    Work private _work;

    function setUp() public {
        _work = new Work(address(this), address(new Painter()));
    }

    function test_mint_keepsEverything() public {
        uint256 mother = _mint("mother");
        uint256 father = _mint("father");
        uint256[] memory parents = _sorted(mother, father);
        vm.expectEmit();
        emit IWork.Minted(uint256(keccak256("child")), _MAKER, _GENERATOR, 3);
        uint256 child = _work.mint(_MAKER, _GENERATOR, 3, "A child", parents, "child");

        same(child, uint256(keccak256("child")), "the id is the genome's hash");
        same(child, _work.workOf("child"), "workOf");
        same(_work.ownerOf(child), _MAKER, "owner");
        same(_work.genomeOf(child), "child", "genome");
        IWork.Origin memory origin = _work.originOf(child);
        same(origin.maker, _MAKER, "maker");
        same(uint256(origin.generator), uint256(_GENERATOR), "generator");
        same(origin.version, 3, "version");
        same(bytes(origin.title), "A child", "title");
        same(origin.parents.length, 2, "parents");
        same(origin.parents[0], parents[0], "first parent");
        same(origin.parents[1], parents[1], "second parent");
    }

    function test_mint_onlyMinter() public {
        vm.prank(address(0xbad));
        vm.expectRevert(abi.encodeWithSelector(IWork.WorkInvalidMinter.selector, address(0xbad)));
        _mint("genome");
    }

    function test_mint_refusesAGenomeTwice() public {
        uint256 work = _mint("genome");
        vm.expectRevert(abi.encodeWithSelector(IWork.WorkDuplicate.selector, work));
        _work.mint(address(0xb0b), "tower", 9, "Another title", new uint256[](0), "genome");
    }

    function test_mint_refusesGenomesOfTheWrongLength() public {
        vm.expectRevert(abi.encodeWithSelector(IWork.WorkInvalidGenome.selector, 0));
        _mint("");
        vm.expectRevert(abi.encodeWithSelector(IWork.WorkInvalidGenome.selector, 1025));
        _mint(new bytes(1025));
        same(_work.genomeOf(_mint(new bytes(1024))).length, 1024, "1,024 bytes are kept");
        same(_work.genomeOf(_mint(new bytes(1))).length, 1, "one byte is kept");
    }

    function test_mint_refusesANamelessGenerator() public {
        vm.expectRevert(abi.encodeWithSelector(IWork.WorkInvalidGenerator.selector));
        _work.mint(_MAKER, "", 1, "", new uint256[](0), "genome");
    }

    function test_mint_keepsAGeneratorOf32Letters() public {
        bytes32 long = "abcdefghijklmnopqrstuvwxyz-01234";
        uint256 work = _work.mint(_MAKER, long, 1, "", new uint256[](0), "genome");
        same(uint256(_work.originOf(work).generator), uint256(long), "generator");
    }

    function test_mint_refusesALongTitle() public {
        vm.expectRevert(abi.encodeWithSelector(IWork.WorkInvalidTitle.selector, 256));
        _work.mint(_MAKER, _GENERATOR, 1, string(new bytes(256)), new uint256[](0), "genome");
    }

    function test_mint_refusesParentsThatAreNot() public {
        uint256[] memory parents = new uint256[](1);
        parents[0] = 42;
        vm.expectRevert(abi.encodeWithSelector(IWork.WorkInvalidParent.selector, 42));
        _work.mint(_MAKER, _GENERATOR, 1, "", parents, "genome");
    }

    function test_mint_refusesAParentTwiceAndFiveParents() public {
        uint256 parent = _mint("parent");
        uint256[] memory twice = new uint256[](2);
        twice[0] = twice[1] = parent;
        vm.expectRevert(abi.encodeWithSelector(IWork.WorkInvalidParent.selector, parent));
        _work.mint(_MAKER, _GENERATOR, 1, "", twice, "genome");
        vm.expectRevert(abi.encodeWithSelector(IWork.WorkTooManyParents.selector, 5));
        _work.mint(_MAKER, _GENERATOR, 1, "", new uint256[](5), "genome");
    }

    function test_mint_refusesItselfAsParent() public {
        uint256[] memory self = new uint256[](1);
        self[0] = _work.workOf("genome");
        vm.expectRevert(abi.encodeWithSelector(IWork.WorkInvalidParent.selector, self[0]));
        _work.mint(_MAKER, _GENERATOR, 1, "", self, "genome");
    }

    function test_data_cannotBeRun() public {
        address data = _work.dataOf(_mint(hex"ff"));
        (bool ok, bytes memory answer) = data.call("");
        check(ok && answer.length == 0, "data that is called stops at once");
        same(uint8(data.code[0]), 0, "it starts with STOP");
    }

    function test_draft_isEmptyOutsideOfAMint() public {
        same(_work.draft().length, 0, "before");
        _mint("genome");
        same(_work.draft().length, 0, "after");
    }

    function test_read_refusesUnknownWorks() public {
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, 1));
        _work.genomeOf(1);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, 1));
        _work.tokenURI(1);
    }

    function test_transfer_changesNothingButTheOwner() public {
        uint256 work = _mint("genome");
        vm.prank(_MAKER);
        _work.transferFrom(_MAKER, address(0xb0b), work);
        same(_work.ownerOf(work), address(0xb0b), "owner");
        same(_work.originOf(work).maker, _MAKER, "maker");
        same(_work.genomeOf(work), "genome", "genome");
    }

    function test_tokenUri_escapesTitles() public {
        string memory evil = unicode'"}<script>alert(1)</script>&\\ü\n';
        uint256 work = _work.mint(_MAKER, _GENERATOR, 1, evil, new uint256[](0), "genome");
        bytes memory json = _decode(_work.tokenURI(work), "data:application/json;base64,");
        check(_contains(json, '{"name":"\\"}<script>alert(1)</script>&\\\\'), "JSON escapes quotes and backslashes");
        check(_contains(json, '\\n","description"'), "JSON escapes control characters");
        bytes memory svg = bytes(_work.pictureOf(work));
        check(!_contains(svg, "<script"), "no markup gets into the picture");
        check(_contains(svg, "&lt;script&gt;"), "it is written as text");
    }

    function test_tokenUri_namesTheNameless() public {
        uint256 work = _work.mint(_MAKER, _GENERATOR, 1, "", new uint256[](0), "genome");
        check(_contains(_decode(_work.tokenURI(work), "data:application/json;base64,"), '"Untitled"'), "name");
    }

    function test_fuzz_mint_keepsAnyGenome(
        address maker,
        bytes32 generator,
        uint16 version,
        bytes calldata title,
        bytes calldata genome
    ) public {
        vm.assume(maker != address(0) && generator[0] != 0 && genome.length != 0);
        bytes memory short = title.length > 255 ? title[:255] : title;
        bytes memory kept = genome.length > 1024 ? genome[:1024] : genome;
        uint256 work = _work.mint(maker, generator, version, string(short), new uint256[](0), kept);
        IWork.Origin memory origin = _work.originOf(work);
        same(_work.genomeOf(work), kept, "genome");
        same(origin.maker, maker, "maker");
        same(origin.version, version, "version");
        same(bytes(origin.title), short, "title");
        check(bytes(_work.tokenURI(work)).length > 1000, "it can be drawn");
    }

    /// @dev Every length and every byte keeps the strokes inside the square: no subtraction below zero.
    function test_fuzz_picture_isDrawnFromAnything(bytes calldata genome, uint8 filler, uint16 length) public {
        vm.assume(genome.length != 0 && genome.length <= 1024);
        check(bytes(_work.pictureOf(_mint(genome))).length > 1000, "from these bytes");
        bytes memory flat = new bytes(1 + (length % 1024));
        for (uint256 i = 0; i < flat.length; ++i) flat[i] = bytes1(filler);
        vm.assume(_work.workOf(flat) != _work.workOf(genome));
        check(bytes(_work.pictureOf(_mint(flat))).length > 1000, "from one byte many times");
    }

    /// @dev The transient draft and the assembly of `Blob` beside a plain data contract of another make.
    function test_fuzz_blob_equalsSstore2(bytes calldata genome) public {
        vm.assume(genome.length != 0 && genome.length <= 1024);
        bytes memory header = abi.encodePacked(uint16(1), _MAKER, uint8(7), "lantern", uint8(1), "T", uint8(0));
        address plain = SSTORE2.write(abi.encodePacked(header, genome));
        same(_work.dataOf(_mint(genome)).code, plain.code, "code of both");
    }

    function _mint(bytes memory genome) private returns (uint256) {
        return _work.mint(_MAKER, _GENERATOR, 1, "T", new uint256[](0), genome);
    }

    function _sorted(uint256 a, uint256 b) private pure returns (uint256[] memory pair) {
        pair = new uint256[](2);
        (pair[0], pair[1]) = a < b ? (a, b) : (b, a);
    }

    function _decode(string memory uri, string memory prefix) private pure returns (bytes memory) {
        bytes memory text = bytes(uri);
        uint256 start = bytes(prefix).length;
        bytes memory rest = new bytes(text.length - start);
        for (uint256 i = 0; i < rest.length; ++i) rest[i] = text[start + i];
        return Base64.decode(string(rest));
    }

    function _contains(bytes memory text, bytes memory part) private pure returns (bool) {
        for (uint256 i = 0; i + part.length <= text.length; ++i) {
            uint256 j = 0;
            while (j < part.length && text[i + j] == part[j]) ++j;
            if (j == part.length) return true;
        }
        return false;
    }
}

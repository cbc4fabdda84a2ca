// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";
import {IFrontier} from "../src/interfaces/IFrontier.sol";
import {FrontierBase} from "./support/FrontierBase.sol";

/// @dev A holder that is a contract and would act if it were told about a laurel.
contract Receiver {
    bool public told;

    function onERC721Received(address, address, uint256, bytes calldata) external returns (bytes4) {
        told = true;
        return this.onERC721Received.selector;
    }
}

contract FrontierLaurelTest is FrontierBase {
    bytes32 private constant _LOW = "fewest ticks";
    address private constant _CREATOR = address(0xc0de);
    address private constant _ALICE = address(0xa11ce);
    address private constant _BOB = address(0xb0b);

    function setUp() public {
        _deploy();
        frontier.open(_LOW, _CREATOR, false);
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

    function _shares(uint16 a, uint16 b) private pure returns (uint16[] memory shares) {
        shares = new uint16[](2);
        (shares[0], shares[1]) = (a, b);
    }
}

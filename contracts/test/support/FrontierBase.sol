// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Frontier} from "../../src/Frontier.sol";
import {IFrontier} from "../../src/interfaces/IFrontier.sol";
import {Painter} from "../../src/Painter.sol";
import {Test} from "./Test.sol";

/// @title A frontier with a known verdict key, and the typed data written out a second time, apart from the contract.
abstract contract FrontierBase is Test {
    uint256 internal constant VERDICT_KEY = 0x5eed;
    uint64 internal constant DELAY = 30 days;

    Frontier internal frontier;

    function _deploy() internal {
        frontier = new Frontier(address(this), vm.addr(VERDICT_KEY), DELAY, address(new Painter()));
    }

    function _verdict(
        bytes32 challenge,
        uint64 index,
        int80 value,
        address[] memory holders,
        uint16[] memory shares
    ) internal pure returns (IFrontier.Verdict memory) {
        return IFrontier.Verdict(challenge, index, value, keccak256("digest"), holders, shares);
    }

    function _alone(bytes32 challenge, uint64 index, int80 value, address holder)
        internal
        pure
        returns (IFrontier.Verdict memory)
    {
        address[] memory holders = new address[](1);
        uint16[] memory shares = new uint16[](1);
        (holders[0], shares[0]) = (holder, 10_000);
        return _verdict(challenge, index, value, holders, shares);
    }

    function _award(IFrontier.Verdict memory verdict) internal {
        frontier.award(verdict, _signVerdict(VERDICT_KEY, verdict));
    }

    function _signVerdict(uint256 key, IFrontier.Verdict memory verdict) internal view returns (bytes memory) {
        bytes memory holders;
        bytes memory shares;
        for (uint256 i = 0; i < verdict.holders.length; ++i) {
            holders = abi.encodePacked(holders, abi.encode(verdict.holders[i]));
        }
        for (uint256 i = 0; i < verdict.shares.length; ++i) {
            shares = abi.encodePacked(shares, abi.encode(verdict.shares[i]));
        }
        return
            _signStruct(
                key,
                abi.encode(
                    keccak256(
                        "Verdict(bytes32 challenge,uint64 index,int80 value,bytes32 digest,"
                        "address[] holders,uint16[] shares)"
                    ),
                    verdict.challenge,
                    verdict.index,
                    verdict.value,
                    verdict.digest,
                    keccak256(holders),
                    keccak256(shares)
                )
            );
    }

    function _signInvalidation(uint256 key, IFrontier.Invalidation memory it) internal view returns (bytes memory) {
        bytes32 kind = keccak256(
            "Invalidation(bytes32 challenge,uint64 index,uint64 records,bool held,int80 best,string reason)"
        );
        return
            _signStruct(
                key,
                abi.encode(kind, it.challenge, it.index, it.records, it.held, it.best, keccak256(bytes(it.reason)))
            );
    }

    function _signReissue(
        uint256 key,
        uint256 laurel,
        address to,
        uint32 request
    ) internal view returns (bytes memory) {
        bytes32 kind = keccak256("Reissue(uint256 laurel,address to,uint32 request)");
        return _signStruct(key, abi.encode(kind, laurel, to, request));
    }

    function _signObjection(uint256 key, uint256 laurel, uint32 request) internal view returns (bytes memory) {
        bytes32 kind = keccak256("Objection(uint256 laurel,uint32 request)");
        return _signStruct(key, abi.encode(kind, laurel, request));
    }

    function _signStruct(uint256 key, bytes memory encoded) private view returns (bytes memory) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Frontier"),
                keccak256("1"),
                block.chainid,
                address(frontier)
            )
        );
        return sign(key, keccak256(abi.encodePacked(hex"1901", domain, keccak256(encoded))));
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IFrontier} from "../interfaces/IFrontier.sol";

/// @title The EIP-712 hashes of what is signed for the frontier; shared/protocol/verdict-typed-data.ts says the same.
library FrontierTypes {
    bytes32 private constant _VERDICT =
        keccak256(
            "Verdict(bytes32 challenge,uint64 index,int80 value,bytes32 digest,address[] holders,uint16[] shares)"
        );
    bytes32 private constant _INVALIDATION =
        keccak256("Invalidation(bytes32 challenge,uint64 index,uint64 records,bool held,int80 best,string reason)");
    bytes32 private constant _REISSUE = keccak256("Reissue(uint256 laurel,address to,uint32 request)");
    bytes32 private constant _OBJECTION = keccak256("Objection(uint256 laurel,uint32 request)");

    /// @notice The verdict's hash; its lists are handed over apart because the caller has them at hand.
    function hashVerdict(
        IFrontier.Verdict calldata verdict,
        address[] calldata holders,
        uint16[] calldata shares
    ) internal pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    _VERDICT,
                    verdict.challenge,
                    verdict.index,
                    verdict.value,
                    verdict.digest,
                    keccak256(abi.encodePacked(holders)),
                    keccak256(abi.encodePacked(shares))
                )
            );
    }

    function hashInvalidation(IFrontier.Invalidation calldata invalidation) internal pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    _INVALIDATION,
                    invalidation.challenge,
                    invalidation.index,
                    invalidation.records,
                    invalidation.held,
                    invalidation.best,
                    keccak256(bytes(invalidation.reason))
                )
            );
    }

    function hashReissue(uint256 laurel, address to, uint32 request) internal pure returns (bytes32) {
        return keccak256(abi.encode(_REISSUE, laurel, to, request));
    }

    function hashObjection(uint256 laurel, uint32 request) internal pure returns (bytes32) {
        return keccak256(abi.encode(_OBJECTION, laurel, request));
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";
import {IERC6551Account} from "erc6551/interfaces/IERC6551Account.sol";

/// @title The walk from an account to the owner of its token, to the owner of that one's, and so on.
library OwnerChain {
    enum Finding {
        Free,
        Circle,
        TooDeep
    }

    uint256 private constant _DEPTH = 5;
    /// @dev Enough for an honest `token()` or `ownerOf`; a contract that burns it stops the walk, not the transfer.
    uint256 private constant _GAS = 100_000;

    /// @notice Looks for an account of the token `id` of `collection` above `start`, `start` included.
    /// @param account the canonical account of the token, recognised even before it has code
    function search(
        address start,
        address collection,
        uint256 id,
        address account
    ) internal view returns (Finding) {
        address current = start;
        for (uint256 depth = 0; depth < _DEPTH; ++depth) {
            if (current == account) return Finding.Circle;
            (bool bound, address token, uint256 tokenId) = _token(current);
            if (!bound) return Finding.Free;
            if (token == collection && tokenId == id) return Finding.Circle;
            current = _owner(token, tokenId);
        }
        (bool deeper, , ) = _token(current);
        return deeper || current == account ? Finding.TooDeep : Finding.Free;
    }

    /// @dev What `account` says it is bound to on this chain; false when it is no account.
    function _token(address account) private view returns (bool bound, address token, uint256 tokenId) {
        bytes memory answer = _ask(account, abi.encodeCall(IERC6551Account.token, ()));
        if (answer.length != 96) return (false, address(0), 0);
        (uint256 chainId, uint256 rawToken, uint256 id) = abi.decode(answer, (uint256, uint256, uint256));
        return (chainId == block.chainid, address(uint160(rawToken)), id);
    }

    function _owner(address token, uint256 tokenId) private view returns (address) {
        bytes memory answer = _ask(token, abi.encodeCall(IERC721.ownerOf, (tokenId)));
        return answer.length == 32 ? address(uint160(abi.decode(answer, (uint256)))) : address(0);
    }

    /// @dev The answer to a read, or no bytes when it failed or is longer than any answer wanted here. The plain
    /// `staticcall` of the language would copy all of a hostile answer before its length could be looked at.
    function _ask(address to, bytes memory question) private view returns (bytes memory answer) {
        if (to.code.length == 0) return "";
        bool ok;
        uint256 gasLimit = _GAS;
        assembly ("memory-safe") {
            ok := staticcall(gasLimit, to, add(question, 0x20), mload(question), 0, 0)
        }
        if (ok && LowLevelCall.returnDataSize() <= 96) answer = LowLevelCall.returnData();
    }
}

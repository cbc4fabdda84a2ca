// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {IERC5192} from "./interfaces/IERC5192.sol";
import {IFrontier} from "./interfaces/IFrontier.sol";
import {Wreath} from "./libraries/Wreath.sol";

/// @title Frontier
/// @dev The state of a challenge that an award touches is one slot. A laurel's share is stored only when it is not the
/// whole. `_update` is the one place through which tokens move: it lets them appear, and nothing else.
contract Frontier is IFrontier, IERC5192, ERC721, EIP712 {
    uint256 private constant _HOLDER_LIMIT = 8;
    uint16 private constant _WHOLE = 10_000;

    bytes32 private constant _VERDICT_TYPEHASH =
        keccak256(
            "Verdict(bytes32 challenge,uint64 index,int128 value,bytes32 digest,address[] holders,uint16[] shares)"
        );
    bytes32 private constant _INVALIDATION_TYPEHASH =
        keccak256(
            "Invalidation(bytes32 challenge,uint64 index,uint64 records,bool held,int128 best,string reason)"
        );
    bytes32 private constant _REISSUE_TYPEHASH = keccak256("Reissue(uint256 laurel,address to,uint32 request)");
    bytes32 private constant _OBJECTION_TYPEHASH = keccak256("Objection(uint256 laurel,uint32 request)");

    /// @dev 128 + 64 + 8 + 8 + 8 bits.
    struct Standing {
        int128 best;
        uint64 records;
        bool opened;
        bool higher;
        bool held;
    }

    /// @inheritdoc IFrontier
    address public immutable issuer;
    /// @inheritdoc IFrontier
    address public immutable verdictSigner;
    /// @inheritdoc IFrontier
    uint64 public immutable reissueDelay;

    mapping(bytes32 challenge => Standing) private _standings;
    mapping(bytes32 challenge => address) private _creators;
    mapping(bytes32 challenge => mapping(uint64 index => bool)) private _invalidated;
    mapping(uint256 laurel => uint16) private _parts;
    mapping(uint256 laurel => Reissue) private _reissues;

    /// @param issuer_ the relay
    /// @param verdictSigner_ the host's verdict key
    /// @param reissueDelay_ seconds in which a holder may object to a re-issue
    constructor(
        address issuer_,
        address verdictSigner_,
        uint64 reissueDelay_
    ) ERC721("Laurel", "LAUREL") EIP712("Frontier", "1") {
        issuer = issuer_;
        verdictSigner = verdictSigner_;
        reissueDelay = reissueDelay_;
    }

    /// @inheritdoc IFrontier
    function open(bytes32 challenge, address creator, bool higher) external {
        if (msg.sender != issuer) revert FrontierInvalidIssuer(msg.sender);
        if (creator == address(0)) revert FrontierInvalidCreator();
        Standing storage standing = _standings[challenge];
        if (standing.opened) revert FrontierChallengeExists(challenge);
        standing.opened = true;
        standing.higher = higher;
        _creators[challenge] = creator;
        emit ChallengeOpened(challenge, creator, higher);
    }

    /// @inheritdoc IFrontier
    function award(Verdict calldata verdict, bytes calldata signature) external {
        Standing memory standing = _standings[verdict.challenge];
        if (!standing.opened) revert FrontierChallengeUnknown(verdict.challenge);
        if (verdict.index != standing.records) {
            revert FrontierOutOfOrder(verdict.challenge, standing.records, verdict.index);
        }
        if (standing.held && !_beats(standing.higher, verdict.value, standing.best)) {
            revert FrontierNotBetter(verdict.challenge, standing.best, verdict.value);
        }
        _checkShares(verdict.holders, verdict.shares);
        _checkSigner(_hashVerdict(verdict), signature);

        standing.best = verdict.value;
        standing.held = true;
        ++standing.records;
        _standings[verdict.challenge] = standing;
        emit RecordSet(verdict.challenge, verdict.index, verdict.value, verdict.digest);
        _crown(verdict);
    }

    /// @inheritdoc IFrontier
    function invalidate(Invalidation calldata invalidation, bytes calldata signature) external {
        bytes32 challenge = invalidation.challenge;
        Standing storage standing = _standings[challenge];
        if (invalidation.index >= standing.records || _invalidated[challenge][invalidation.index]) {
            revert FrontierRecordInvalid(challenge, invalidation.index);
        }
        bool harder = invalidation.held &&
            (!standing.held || _beats(standing.higher, invalidation.best, standing.best));
        if (invalidation.records != standing.records || harder) {
            revert FrontierInvalidationStale(challenge, standing.records);
        }
        _checkSigner(_hashInvalidation(invalidation), signature);

        _invalidated[challenge][invalidation.index] = true;
        standing.held = invalidation.held;
        standing.best = invalidation.held ? invalidation.best : int128(0);
        emit RecordInvalidated(
            challenge,
            invalidation.index,
            standing.held,
            standing.best,
            invalidation.reason
        );
    }

    /// @inheritdoc IFrontier
    function requestReissue(uint256 laurel, address to, bytes calldata signature) external {
        address from = _requireOwned(laurel);
        if (to == address(0) || to == from) revert FrontierInvalidReissue(to);
        Reissue storage reissue = _reissues[laurel];
        if (reissue.to != address(0)) revert FrontierReissuePending(laurel);
        _checkSigner(keccak256(abi.encode(_REISSUE_TYPEHASH, laurel, to, reissue.requests)), signature);

        reissue.to = to;
        reissue.executableAt = uint64(block.timestamp) + reissueDelay;
        ++reissue.requests;
        emit ReissueRequested(laurel, from, to, reissue.executableAt);
    }

    /// @inheritdoc IFrontier
    function objectReissue(uint256 laurel) external {
        if (msg.sender != _requireOwned(laurel)) revert FrontierInvalidHolderSigner(msg.sender);
        _object(laurel, msg.sender);
    }

    /// @inheritdoc IFrontier
    function objectReissueFor(uint256 laurel, bytes calldata signature) external {
        address holder = _requireOwned(laurel);
        if (_reissues[laurel].to == address(0)) revert FrontierReissueUnknown(laurel);
        bytes32 objection = keccak256(abi.encode(_OBJECTION_TYPEHASH, laurel, _reissues[laurel].requests - 1));
        if (!SignatureChecker.isValidSignatureNow(holder, _hashTypedDataV4(objection), signature)) {
            revert FrontierInvalidHolderSigner(holder);
        }
        _object(laurel, holder);
    }

    /// @inheritdoc IFrontier
    function executeReissue(uint256 laurel) external {
        Reissue storage reissue = _reissues[laurel];
        address to = reissue.to;
        if (to == address(0)) revert FrontierReissueUnknown(laurel);
        if (block.timestamp < reissue.executableAt) revert FrontierReissueTooEarly(laurel, reissue.executableAt);
        reissue.to = address(0);
        reissue.executableAt = 0;
        // The one way around the lock: the parent's `_update`, not this contract's.
        address from = super._update(to, laurel, address(0));
        emit Reissued(laurel, from, to);
    }

    /// @inheritdoc IFrontier
    function challengeOf(bytes32 challenge) external view returns (Challenge memory) {
        Standing memory standing = _standings[challenge];
        if (!standing.opened) revert FrontierChallengeUnknown(challenge);
        return
            Challenge({
                creator: _creators[challenge],
                higher: standing.higher,
                records: standing.records,
                held: standing.held,
                best: standing.best
            });
    }

    /// @inheritdoc IFrontier
    function shareOf(uint256 laurel) public view returns (uint16) {
        _requireOwned(laurel);
        uint16 part = _parts[laurel];
        return part == 0 ? _WHOLE : part;
    }

    /// @inheritdoc IFrontier
    function isInvalidated(bytes32 challenge, uint64 index) external view returns (bool) {
        return _invalidated[challenge][index];
    }

    /// @inheritdoc IFrontier
    function reissueOf(uint256 laurel) external view returns (Reissue memory) {
        return _reissues[laurel];
    }

    /// @inheritdoc IFrontier
    function laurelOf(bytes32 challenge, uint256 index, uint256 holderIndex) public pure returns (uint256) {
        return uint256(keccak256(abi.encode(challenge, index, holderIndex)));
    }

    /// @inheritdoc IERC5192
    function locked(uint256 laurel) external view returns (bool) {
        _requireOwned(laurel);
        return true;
    }

    /// @inheritdoc ERC721
    function tokenURI(uint256 laurel) public view override returns (string memory) {
        uint16 share = shareOf(laurel);
        bytes memory json = abi.encodePacked(
            '{"name":"Laurel","description":"A share in a record at the frontier of what machines can do. ',
            'It cannot be sold or given away.","image":"data:image/svg+xml;base64,',
            Base64.encode(bytes(Wreath.draw(laurel, share))),
            '","attributes":[{"trait_type":"share in basis points","value":',
            Strings.toString(share),
            "}]}"
        );
        return string.concat("data:application/json;base64,", Base64.encode(json));
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override(ERC721) returns (bool) {
        return interfaceId == type(IERC5192).interfaceId || super.supportsInterface(interfaceId);
    }

    /// @dev The choke point: a laurel appears once, and is neither moved nor burned by anybody's transfer.
    function _update(address to, uint256 laurel, address auth) internal override returns (address) {
        if (_ownerOf(laurel) != address(0)) revert FrontierSoulbound(laurel);
        return super._update(to, laurel, auth);
    }

    /// @dev Only the silent clearing inside a re-issue passes.
    function _approve(address to, uint256 laurel, address auth, bool emitEvent) internal override {
        if (to != address(0) || emitEvent) revert FrontierSoulbound(laurel);
        super._approve(to, laurel, auth, emitEvent);
    }

    /// @dev An operator could do nothing, so there is none.
    function _setApprovalForAll(address, address, bool) internal pure override {
        revert FrontierSoulbound(0);
    }

    /// @dev `_mint`, not `_safeMint`: no receiver gets to run code in the middle of an award.
    function _crown(Verdict calldata verdict) private {
        address creator = _creators[verdict.challenge];
        for (uint256 i = 0; i < verdict.holders.length; ++i) {
            address holder = verdict.holders[i];
            if (holder == creator) revert FrontierInvalidHolder(holder);
            uint256 laurel = laurelOf(verdict.challenge, verdict.index, i);
            _mint(holder, laurel);
            if (verdict.shares[i] != _WHOLE) _parts[laurel] = verdict.shares[i];
            emit Locked(laurel);
            emit LaurelAwarded(laurel, verdict.challenge, holder, verdict.index, uint8(i), verdict.shares[i]);
        }
    }

    function _object(uint256 laurel, address holder) private {
        Reissue storage reissue = _reissues[laurel];
        if (reissue.to == address(0)) revert FrontierReissueUnknown(laurel);
        reissue.to = address(0);
        reissue.executableAt = 0;
        emit ReissueObjected(laurel, holder);
    }

    function _checkShares(address[] calldata holders, uint16[] calldata shares) private pure {
        uint256 count = holders.length;
        if (count == 0 || count > _HOLDER_LIMIT || shares.length != count) {
            revert FrontierInvalidHolders(count, shares.length);
        }
        uint256 sum = 0;
        for (uint256 i = 0; i < count; ++i) {
            if (shares[i] == 0) revert FrontierInvalidShares(0);
            sum += shares[i];
            for (uint256 j = 0; j < i; ++j) {
                if (holders[i] == holders[j]) revert FrontierInvalidHolder(holders[i]);
            }
        }
        if (sum != _WHOLE) revert FrontierInvalidShares(sum);
    }

    function _checkSigner(bytes32 structHash, bytes calldata signature) private view {
        (address signer, , ) = ECDSA.tryRecoverCalldata(_hashTypedDataV4(structHash), signature);
        if (signer == address(0) || signer != verdictSigner) revert FrontierInvalidSigner(signer);
    }

    function _hashVerdict(Verdict calldata verdict) private pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    _VERDICT_TYPEHASH,
                    verdict.challenge,
                    verdict.index,
                    verdict.value,
                    verdict.digest,
                    keccak256(abi.encodePacked(verdict.holders)),
                    keccak256(abi.encodePacked(verdict.shares))
                )
            );
    }

    function _hashInvalidation(Invalidation calldata invalidation) private pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    _INVALIDATION_TYPEHASH,
                    invalidation.challenge,
                    invalidation.index,
                    invalidation.records,
                    invalidation.held,
                    invalidation.best,
                    keccak256(bytes(invalidation.reason))
                )
            );
    }

    function _beats(bool higher, int128 value, int128 best) private pure returns (bool) {
        return higher ? value > best : value < best;
    }
}

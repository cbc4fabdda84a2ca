// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {IERC5192} from "./interfaces/IERC5192.sol";
import {IFrontier} from "./interfaces/IFrontier.sol";
import {IPainter} from "./interfaces/IPainter.sol";
import {FrontierTypes} from "./libraries/FrontierTypes.sol";
import {Standing, Standings} from "./libraries/Standing.sol";

/// @title Frontier
/// @dev The state of a challenge that an award touches is one slot. A laurel's share is stored only when it is not the
/// whole. `_update` is the one place through which tokens move: it lets them appear, and nothing else.
contract Frontier is IFrontier, IERC5192, ERC721, EIP712 {
    uint256 private constant _HOLDER_LIMIT = 8;
    uint16 private constant _WHOLE = 10_000;

    /// @inheritdoc IFrontier
    address public immutable issuer;
    /// @inheritdoc IFrontier
    address public immutable verdictSigner;
    /// @inheritdoc IFrontier
    uint64 public immutable reissueDelay;
    /// @inheritdoc IFrontier
    address public immutable painter;

    mapping(bytes32 challenge => Standing) private _standings;
    mapping(bytes32 challenge => mapping(uint64 index => bool)) private _invalidated;
    mapping(uint256 laurel => uint16) private _parts;
    mapping(uint256 laurel => Reissue) private _reissues;

    /// @param issuer_ the relay
    /// @param verdictSigner_ the host's verdict key
    /// @param reissueDelay_ seconds in which a holder may object to a re-issue
    /// @param painter_ who writes the metadata
    constructor(
        address issuer_,
        address verdictSigner_,
        uint64 reissueDelay_,
        address painter_
    ) ERC721("Laurel", "LAUREL") EIP712("Frontier", "1") {
        issuer = issuer_;
        verdictSigner = verdictSigner_;
        reissueDelay = reissueDelay_;
        painter = painter_;
    }

    /// @inheritdoc IFrontier
    function open(bytes32 challenge, address creator, bool higher) external {
        if (msg.sender != issuer) revert FrontierInvalidIssuer(msg.sender);
        if (creator == address(0)) revert FrontierInvalidCreator();
        if (_standings[challenge].isOpened()) revert FrontierChallengeExists(challenge);
        _standings[challenge] = Standings.opened(creator, higher);
        emit ChallengeOpened(challenge, creator, higher);
    }

    /// @inheritdoc IFrontier
    function award(Verdict calldata verdict, bytes calldata signature) external {
        bytes32 challenge = verdict.challenge;
        uint64 index = verdict.index;
        int80 value = verdict.value;
        Standing standing = _standingOf(challenge);
        uint64 records = standing.records();
        if (index != records || records + 1 == Standings.RECORD_LIMIT) {
            revert FrontierOutOfOrder(challenge, records, index);
        }
        if (standing.held() && !standing.beats(value, standing.best())) {
            revert FrontierNotBetter(challenge, standing.best(), value);
        }
        address[] calldata holders = verdict.holders;
        uint16[] calldata shares = verdict.shares;
        _checkSigner(FrontierTypes.hashVerdict(verdict, holders, shares), signature);

        _standings[challenge] = standing.advanced(value);
        emit RecordSet(challenge, index, value, verdict.digest, holders, shares);
        _crown(challenge, index, standing.creator(), holders, shares);
    }

    /// @inheritdoc IFrontier
    function invalidate(Invalidation calldata invalidation, bytes calldata signature) external {
        bytes32 challenge = invalidation.challenge;
        uint64 index = invalidation.index;
        Standing standing = _standingOf(challenge);
        uint64 records = standing.records();
        if (index >= records || _invalidated[challenge][index]) revert FrontierRecordInvalid(challenge, index);
        bool harder = invalidation.held &&
            (!standing.held() || standing.beats(invalidation.best, standing.best()));
        if (invalidation.records != records || harder) revert FrontierInvalidationStale(challenge, records);
        _checkSigner(FrontierTypes.hashInvalidation(invalidation), signature);

        _invalidated[challenge][index] = true;
        standing = standing.rebarred(invalidation.held, invalidation.best);
        _standings[challenge] = standing;
        emit RecordInvalidated(challenge, index, standing.held(), standing.best(), invalidation.reason);
    }

    /// @inheritdoc IFrontier
    function requestReissue(uint256 laurel, address to, bytes calldata signature) external {
        address from = _requireOwned(laurel);
        if (to == address(0) || to == from) revert FrontierInvalidReissue(to);
        Reissue storage reissue = _reissues[laurel];
        if (reissue.to != address(0)) revert FrontierReissuePending(laurel);
        _checkSigner(FrontierTypes.hashReissue(laurel, to, reissue.requests), signature);

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
        bytes32 objection = FrontierTypes.hashObjection(laurel, _reissues[laurel].requests - 1);
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
        Standing standing = _standingOf(challenge);
        return
            Challenge({
                creator: standing.creator(),
                higher: standing.higher(),
                records: standing.records(),
                held: standing.held(),
                best: standing.best()
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
        return IPainter(painter).describeLaurel(laurel, shareOf(laurel));
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override(ERC721) returns (bool) {
        return interfaceId == type(IERC5192).interfaceId || super.supportsInterface(interfaceId);
    }

    /// @dev The choke point: a laurel appears once, and is neither moved nor burned by anybody's transfer.
    function _update(address to, uint256 laurel, address auth) internal override returns (address from) {
        from = super._update(to, laurel, auth);
        if (from != address(0)) revert FrontierSoulbound(laurel);
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
    function _crown(
        bytes32 challenge,
        uint64 index,
        address creator,
        address[] calldata holders,
        uint16[] calldata shares
    ) private {
        uint256 count = holders.length;
        if (count == 0 || count > _HOLDER_LIMIT || shares.length != count) {
            revert FrontierInvalidHolders(count, shares.length);
        }
        uint256 sum = 0;
        for (uint256 i = 0; i < count; ++i) {
            address holder = holders[i];
            uint16 share = shares[i];
            if (share == 0) revert FrontierInvalidShares(0);
            if (holder == creator || _isAmong(holder, holders, i)) revert FrontierInvalidHolder(holder);
            sum += share;
            uint256 laurel = laurelOf(challenge, index, i);
            if (share != _WHOLE) _parts[laurel] = share;
            _mint(holder, laurel);
            emit Locked(laurel);
        }
        if (sum != _WHOLE) revert FrontierInvalidShares(sum);
    }

    function _standingOf(bytes32 challenge) private view returns (Standing standing) {
        standing = _standings[challenge];
        if (!standing.isOpened()) revert FrontierChallengeUnknown(challenge);
    }

    /// @dev True when `holder` is one of the first `count` of `holders`.
    function _isAmong(address holder, address[] calldata holders, uint256 count) private pure returns (bool) {
        for (uint256 i = 0; i < count; ++i) {
            if (holders[i] == holder) return true;
        }
        return false;
    }

    function _object(uint256 laurel, address holder) private {
        Reissue storage reissue = _reissues[laurel];
        if (reissue.to == address(0)) revert FrontierReissueUnknown(laurel);
        reissue.to = address(0);
        reissue.executableAt = 0;
        emit ReissueObjected(laurel, holder);
    }

    function _checkSigner(bytes32 structHash, bytes calldata signature) private view {
        (address signer, , ) = ECDSA.tryRecoverCalldata(_hashTypedDataV4(structHash), signature);
        if (signer == address(0) || signer != verdictSigner) revert FrontierInvalidSigner(signer);
    }
}

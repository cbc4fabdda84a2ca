// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title The frontier: challenges, their records in order, and the soulbound laurels of those who hold them.
/// @dev Values are fixed point with 12 decimals: one tick, contact or point is 1e12. Shares are basis points. Nothing
/// here takes, holds or sends a currency.
interface IFrontier {
    /// @notice Where a challenge stands.
    /// @param creator who made it; it takes no laurel on it
    /// @param higher true when higher values are better
    /// @param records how many records it has had, invalidated ones included
    /// @param held true while a valid record stands
    /// @param best the value of the standing record, zero when none stands
    struct Challenge {
        address creator;
        bool higher;
        uint64 records;
        bool held;
        int80 best;
    }

    /// @notice What the verdict key signs (EIP-712) to set a record. It needs no deadline: it is spent when its index
    /// is taken, by itself or by another.
    /// @param index the number of the record on its challenge, counted from zero
    /// @param digest hash of the judged end state
    /// @param holders one to eight accounts, all different
    /// @param shares of the holders, in the same order, each above zero, 10,000 in all
    struct Verdict {
        bytes32 challenge;
        uint64 index;
        int80 value;
        bytes32 digest;
        address[] holders;
        uint16[] shares;
    }

    /// @notice What the verdict key signs (EIP-712) to take a record's word back.
    /// @param records how many records the challenge had at signing, so that it is not used on a later state
    /// @param held true when an earlier valid record stands again or a later one still stands
    /// @param best the value of that record, no better than the present best
    struct Invalidation {
        bytes32 challenge;
        uint64 index;
        uint64 records;
        bool held;
        int80 best;
        string reason;
    }

    /// @notice A laurel on its way to a new key.
    /// @param to the new key; zero when no re-issue is under way
    /// @param executableAt time from which anyone may carry it out, seconds since 1970
    /// @param requests how many re-issues of this laurel were ever requested
    struct Reissue {
        address to;
        uint64 executableAt;
        uint32 requests;
    }

    /// @notice A challenge was opened.
    event ChallengeOpened(bytes32 indexed challenge, address indexed creator, bool higher);
    /// @notice A record was set, better than the one that stood. The laurel of the n-th holder is `laurelOf` of the
    /// challenge, the index and n; its own Transfer event names it.
    event RecordSet(
        bytes32 indexed challenge,
        uint64 indexed index,
        int80 value,
        bytes32 digest,
        address[] holders,
        uint16[] shares
    );
    /// @notice A record no longer counts; its laurels stay where they are and this speaks beside them.
    event RecordInvalidated(bytes32 indexed challenge, uint64 indexed index, bool held, int80 best, string reason);
    /// @notice A laurel will move to a new key unless its holder objects in time.
    event ReissueRequested(uint256 indexed laurel, address indexed from, address indexed to, uint64 executableAt);
    /// @notice The holder objected: the laurel stays.
    event ReissueObjected(uint256 indexed laurel, address indexed holder);
    /// @notice A laurel moved to a new key.
    event Reissued(uint256 indexed laurel, address indexed from, address indexed to);

    /// @notice Only the issuer opens challenges.
    error FrontierInvalidIssuer(address caller);
    /// @notice A challenge is opened once.
    error FrontierChallengeExists(bytes32 challenge);
    /// @notice The challenge was never opened.
    error FrontierChallengeUnknown(bytes32 challenge);
    /// @notice A challenge has a creator.
    error FrontierInvalidCreator();
    /// @notice The signature is not the verdict key's, or not over this.
    error FrontierInvalidSigner(address signer);
    /// @notice The next record of the challenge has another number, or the challenge has had all it can (16,383).
    error FrontierOutOfOrder(bytes32 challenge, uint64 expected, uint64 index);
    /// @notice The value does not beat the standing record.
    error FrontierNotBetter(bytes32 challenge, int80 best, int80 value);
    /// @notice A record has one to eight holders and as many shares.
    error FrontierInvalidHolders(uint256 holders, uint256 shares);
    /// @notice The holder is named twice or made the challenge.
    error FrontierInvalidHolder(address holder);
    /// @notice Every share is above zero and they add up to 10,000.
    error FrontierInvalidShares(uint256 sum);
    /// @notice There is no such record, or it was invalidated before.
    error FrontierRecordInvalid(bytes32 challenge, uint64 index);
    /// @notice An invalidation was signed for another state, or would make the bar harder.
    error FrontierInvalidationStale(bytes32 challenge, uint64 records);
    /// @notice A laurel stays with its holder: it is not transferred, approved or burned.
    error FrontierSoulbound(uint256 laurel);
    /// @notice A re-issue of this laurel is already under way.
    error FrontierReissuePending(uint256 laurel);
    /// @notice No re-issue of this laurel is under way.
    error FrontierReissueUnknown(uint256 laurel);
    /// @notice The delay is not over.
    error FrontierReissueTooEarly(uint256 laurel, uint64 executableAt);
    /// @notice A re-issue goes to another account than the holder's, and not to zero.
    error FrontierInvalidReissue(address to);
    /// @notice Only the holder may object.
    error FrontierInvalidHolderSigner(address signer);

    /// @notice Opens a challenge made by `creator`; `higher` says which values are better. Only the issuer.
    function open(bytes32 challenge, address creator, bool higher) external;

    /// @notice Sets a record and awards its laurels. Anybody may hand in the verdict key's `signature`.
    function award(Verdict calldata verdict, bytes calldata signature) external;

    /// @notice Declares a record invalid, in public. Anybody may hand in the verdict key's `signature`.
    function invalidate(Invalidation calldata invalidation, bytes calldata signature) external;

    /// @notice Announces that `laurel` shall move to the key `to`, which the verdict key attests to be the holder's.
    /// @param signature the verdict key's over Reissue(uint256 laurel,address to,uint32 request), where request is the
    /// number of earlier requests for this laurel
    function requestReissue(uint256 laurel, address to, bytes calldata signature) external;

    /// @notice The holder says no: the re-issue under way is over.
    function objectReissue(uint256 laurel) external;

    /// @notice The same for a holder without gas, who signs Objection(uint256 laurel,uint32 request) instead.
    function objectReissueFor(uint256 laurel, bytes calldata signature) external;

    /// @notice Moves `laurel` after the delay. Anybody may do it.
    function executeReissue(uint256 laurel) external;

    /// @notice Where `challenge` stands. Reverts when it was never opened.
    function challengeOf(bytes32 challenge) external view returns (Challenge memory);

    /// @notice The share of its record that `laurel` stands for, in basis points.
    function shareOf(uint256 laurel) external view returns (uint16);

    /// @notice True when the record was declared invalid.
    function isInvalidated(bytes32 challenge, uint64 index) external view returns (bool);

    /// @notice The re-issue of `laurel` under way, if any.
    function reissueOf(uint256 laurel) external view returns (Reissue memory);

    /// @notice keccak256(abi.encode(challenge, index, holderIndex)): the id of a laurel.
    function laurelOf(bytes32 challenge, uint256 index, uint256 holderIndex) external pure returns (uint256);

    /// @notice Who opens challenges.
    function issuer() external view returns (address);

    /// @notice Whose signature makes a verdict.
    function verdictSigner() external view returns (address);

    /// @notice Seconds between the request of a re-issue and its execution.
    function reissueDelay() external view returns (uint64);

    /// @notice The contract that writes the metadata.
    function painter() external view returns (address);
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Automata: each token is an autonomous entity with a name, its code's hash and an account of its own.
interface IAutomaton {
    /// @notice An automaton came into being.
    event AutomatonMinted(uint256 indexed automaton, string name, bytes32 codeHash, address account);
    /// @notice An automaton has a new owner: rights given in an earlier epoch are over.
    event EpochAdvanced(uint256 indexed automaton, uint64 epoch, address indexed owner);
    /// @notice An automaton runs other code from now on.
    event CodeChanged(uint256 indexed automaton, uint64 epoch, bytes32 codeHash);

    /// @notice Only the minter may mint.
    error AutomatonInvalidMinter(address caller);
    /// @notice A name has 2 to 24 lower-case letters.
    error AutomatonInvalidName(string name);
    /// @notice The name is taken.
    error AutomatonNameTaken(string name);
    /// @notice Only the owner or the automaton's own account may change its code.
    error AutomatonInvalidCaller(uint256 automaton, address caller);
    /// @notice The receiver is an account of the automaton itself, or owned by one: nobody could ever act for it again.
    error AutomatonOwnsItself(uint256 automaton, address to);
    /// @notice The receiver stands behind more than five accounts, too deep to rule out a circle.
    error AutomatonTooDeep(uint256 automaton, address to);

    /// @notice Mints an automaton and creates its account. Only the minter.
    /// @param name 2 to 24 lower-case letters, unique
    /// @param codeHash hash of the code it runs
    /// @return automaton the token id, counting from 1
    /// @return account its account (ERC-6551)
    function mint(
        address to,
        string calldata name,
        bytes32 codeHash
    ) external returns (uint256 automaton, address account);

    /// @notice Names other code for `automaton`. Only its owner or its own account.
    function setCode(uint256 automaton, bytes32 codeHash) external;

    /// @notice The account that `automaton` controls.
    function accountOf(uint256 automaton) external view returns (address);

    /// @notice The name of `automaton`.
    function nameOf(uint256 automaton) external view returns (string memory);

    /// @notice The automaton called `name`, or zero.
    function automatonOf(string calldata name) external view returns (uint256);

    /// @notice The hash of the code that `automaton` runs.
    function codeHashOf(uint256 automaton) external view returns (bytes32);

    /// @notice How many times `automaton` has changed its owner.
    function epochOf(uint256 automaton) external view returns (uint64);

    /// @notice How many automata there are.
    function count() external view returns (uint256);

    /// @notice The only account that may mint.
    function minter() external view returns (address);

    /// @notice The ERC-6551 registry that makes the accounts.
    function registry() external view returns (address);

    /// @notice The contract that the accounts are clones of.
    function accountImplementation() external view returns (address);

    /// @notice The contract that writes the metadata.
    function painter() external view returns (address);
}

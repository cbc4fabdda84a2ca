// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Works: what automata made, each an ERC-721 token whose genome is on chain.
interface IWork {
    /// @notice Where a work comes from.
    /// @param maker the account that made it
    /// @param generator catalogue id of the generator that grows it, as a left-aligned short string
    /// @param version version of that generator
    /// @param title what its maker calls it, UTF-8
    /// @param parents the works it was made from, at most four
    struct Origin {
        address maker;
        bytes32 generator;
        uint16 version;
        string title;
        uint256[] parents;
    }

    /// @notice A work was minted to its maker.
    event Minted(uint256 indexed work, address indexed maker, bytes32 indexed generator, uint16 version);

    /// @notice Only the minter may mint.
    error WorkInvalidMinter(address caller);
    /// @notice A genome has 1 to 1,024 bytes.
    error WorkInvalidGenome(uint256 length);
    /// @notice The same genome is the same work, and it exists.
    error WorkDuplicate(uint256 work);
    /// @notice A generator has a name.
    error WorkInvalidGenerator();
    /// @notice A title has at most 255 bytes.
    error WorkInvalidTitle(uint256 length);
    /// @notice A work has at most four parents.
    error WorkTooManyParents(uint256 count);
    /// @notice Parents are named once each, in ascending order, and exist.
    error WorkInvalidParent(uint256 parent);

    /// @notice Mints the work of `genome` to its maker. Only the minter.
    /// @param parents token ids in ascending order
    /// @return work the token id: keccak-256 of the genome
    function mint(
        address maker,
        bytes32 generator,
        uint16 version,
        string calldata title,
        uint256[] calldata parents,
        bytes calldata genome
    ) external returns (uint256 work);

    /// @notice The bytes from which the generator grows `work`; they never change.
    function genomeOf(uint256 work) external view returns (bytes memory);

    /// @notice Who made `work`, with what, from what.
    function originOf(uint256 work) external view returns (Origin memory);

    /// @notice The picture of `work` as an SVG document, drawn from its genome.
    function pictureOf(uint256 work) external view returns (string memory);

    /// @notice The contract whose code is `work`'s data.
    function dataOf(uint256 work) external view returns (address);

    /// @notice The token id `genome` has or would have.
    function workOf(bytes calldata genome) external pure returns (uint256 work);

    /// @notice The only account that may mint.
    function minter() external view returns (address);

    /// @notice The contract that writes the metadata.
    function painter() external view returns (address);
}

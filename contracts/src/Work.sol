// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {Bytes} from "@openzeppelin/contracts/utils/Bytes.sol";
import {Create2} from "@openzeppelin/contracts/utils/Create2.sol";
import {Blob} from "./Blob.sol";
import {IBlobSource} from "./interfaces/IBlobSource.sol";
import {IPainter} from "./interfaces/IPainter.sol";
import {IWork} from "./interfaces/IWork.sol";
import {Draft} from "./libraries/Draft.sol";
import {Text} from "./libraries/Text.sol";

/// @title Work
/// @dev A token's id is the hash of its genome, so the uniqueness of ERC-721 ids is the rule against duplicates; its
/// data is a `Blob` at an address that follows from the id. Nothing is ever burned. The data of a token, in order:
/// 0x00 | version 2 | maker 20 | length and generator | length and title | count and parents, 32 each | genome.
contract Work is IWork, IBlobSource, ERC721 {
    uint256 private constant _GENOME_LIMIT = 1024;
    uint256 private constant _PARENT_LIMIT = 4;
    uint256 private constant _HEADER = 23;

    bytes32 private constant _BLOB_CODE_HASH = keccak256(type(Blob).creationCode);

    /// @inheritdoc IWork
    address public immutable minter;
    /// @inheritdoc IWork
    address public immutable painter;

    /// @param minter_ the relay
    /// @param painter_ who writes the metadata
    constructor(address minter_, address painter_) ERC721("Work", "WORK") {
        minter = minter_;
        painter = painter_;
    }

    /// @inheritdoc IWork
    function mint(
        address maker,
        bytes32 generator,
        uint16 version,
        string calldata title,
        uint256[] calldata parents,
        bytes calldata genome
    ) external returns (uint256 work) {
        if (msg.sender != minter) revert WorkInvalidMinter(msg.sender);
        if (genome.length == 0 || genome.length > _GENOME_LIMIT) revert WorkInvalidGenome(genome.length);
        if (bytes(title).length > type(uint8).max) revert WorkInvalidTitle(bytes(title).length);
        _checkParents(parents);
        work = uint256(keccak256(genome));
        if (_ownerOf(work) != address(0)) revert WorkDuplicate(work);

        _mint(maker, work);
        emit Minted(work, maker, generator, version);
        Draft.open(_pack(maker, generator, version, title, parents, genome));
        new Blob{salt: bytes32(work)}();
        Draft.close();
    }

    /// @inheritdoc IBlobSource
    function draft() external view returns (bytes memory) {
        return Draft.read();
    }

    /// @inheritdoc IWork
    function genomeOf(uint256 work) public view returns (bytes memory genome) {
        (, genome) = _unpack(work);
    }

    /// @inheritdoc IWork
    function originOf(uint256 work) external view returns (Origin memory origin) {
        (origin, ) = _unpack(work);
    }

    /// @inheritdoc IWork
    function pictureOf(uint256 work) external view returns (string memory) {
        (Origin memory origin, bytes memory genome) = _unpack(work);
        return IPainter(painter).drawEmblem(genome, origin.title);
    }

    /// @inheritdoc IWork
    function dataOf(uint256 work) public view returns (address) {
        return Create2.computeAddress(bytes32(work), _BLOB_CODE_HASH);
    }

    /// @inheritdoc IWork
    function workOf(bytes calldata genome) external pure returns (uint256 work) {
        return uint256(keccak256(genome));
    }

    /// @inheritdoc ERC721
    function tokenURI(uint256 work) public view override returns (string memory) {
        (Origin memory origin, bytes memory genome) = _unpack(work);
        return IPainter(painter).describeWork(origin, genome);
    }

    /// @dev Ascending order makes "named once each" one comparison.
    function _checkParents(uint256[] calldata parents) private view {
        if (parents.length > _PARENT_LIMIT) revert WorkTooManyParents(parents.length);
        for (uint256 i = 0; i < parents.length; ++i) {
            bool ordered = i == 0 || parents[i - 1] < parents[i];
            if (!ordered || _ownerOf(parents[i]) == address(0)) revert WorkInvalidParent(parents[i]);
        }
    }

    function _pack(
        address maker,
        bytes32 generator,
        uint16 version,
        string calldata title,
        uint256[] calldata parents,
        bytes calldata genome
    ) private pure returns (bytes memory) {
        bytes memory short = bytes(Text.fromShort(generator));
        if (short.length == 0) revert WorkInvalidGenerator();
        return
            abi.encodePacked(
                abi.encodePacked(uint8(0), version, maker, uint8(short.length), short),
                abi.encodePacked(uint8(bytes(title).length), title, uint8(parents.length), parents, genome)
            );
    }

    function _unpack(uint256 work) private view returns (Origin memory origin, bytes memory genome) {
        _requireOwned(work);
        bytes memory data = dataOf(work).code;
        bytes memory header = Bytes.slice(data, 1, _HEADER);
        origin.version = uint16(bytes2(header));
        origin.maker = address(bytes20(Bytes.slice(header, 2)));
        uint256 next = _HEADER;
        uint256 length = uint8(data[next++]);
        origin.generator = bytes32(Bytes.slice(data, next, next + length));
        next += length;
        length = uint8(data[next++]);
        origin.title = string(Bytes.slice(data, next, next + length));
        next += length;
        length = uint8(data[next++]);
        origin.parents = new uint256[](length);
        for (uint256 i = 0; i < length; ++i) {
            origin.parents[i] = uint256(bytes32(Bytes.slice(data, next, next + 32)));
            next += 32;
        }
        genome = Bytes.slice(data, next);
    }
}

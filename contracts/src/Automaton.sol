// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {IERC6551Registry} from "erc6551/interfaces/IERC6551Registry.sol";
import {IAutomaton} from "./interfaces/IAutomaton.sol";
import {IPainter} from "./interfaces/IPainter.sol";
import {OwnerChain} from "./libraries/OwnerChain.sol";
import {Text} from "./libraries/Text.sol";

/// @title Automaton
/// @dev The account of a token is the registry's clone for salt zero, made in the same call as the token. `_update` is
/// the one place through which owners change: it keeps the owner chain free of circles and counts the epochs.
contract Automaton is IAutomaton, ERC721 {
    uint256 private constant _NAME_MIN = 2;
    uint256 private constant _NAME_MAX = 24;

    /// @dev A name has at most 24 bytes and so shares its slot with the epoch.
    struct Entity {
        bytes24 name;
        uint64 epoch;
        bytes32 codeHash;
    }

    /// @inheritdoc IAutomaton
    address public immutable minter;
    /// @inheritdoc IAutomaton
    address public immutable registry;
    /// @inheritdoc IAutomaton
    address public immutable accountImplementation;
    /// @inheritdoc IAutomaton
    address public immutable painter;
    /// @inheritdoc IAutomaton
    uint256 public count;

    mapping(uint256 automaton => Entity) private _entities;
    mapping(bytes24 name => uint256 automaton) private _named;

    /// @param minter_ the relay
    /// @param registry_ the ERC-6551 registry
    /// @param accountImplementation_ what the accounts are clones of
    /// @param painter_ who writes the metadata
    constructor(
        address minter_,
        address registry_,
        address accountImplementation_,
        address painter_
    ) ERC721("Automaton", "AUTOMATON") {
        minter = minter_;
        registry = registry_;
        accountImplementation = accountImplementation_;
        painter = painter_;
    }

    /// @inheritdoc IAutomaton
    function mint(
        address to,
        string calldata name,
        bytes32 codeHash
    ) external returns (uint256 automaton, address account) {
        if (msg.sender != minter) revert AutomatonInvalidMinter(msg.sender);
        bytes24 short = _parseName(name);
        if (_named[short] != 0) revert AutomatonNameTaken(name);
        automaton = ++count;
        _named[short] = automaton;
        _entities[automaton] = Entity({name: short, epoch: 0, codeHash: codeHash});
        _mint(to, automaton);
        account = IERC6551Registry(registry).createAccount(
            accountImplementation,
            bytes32(0),
            block.chainid,
            address(this),
            automaton
        );
        emit AutomatonMinted(automaton, name, codeHash, account);
    }

    /// @inheritdoc IAutomaton
    function setCode(uint256 automaton, bytes32 codeHash) external {
        address owner = _requireOwned(automaton);
        if (msg.sender != owner && msg.sender != accountOf(automaton)) {
            revert AutomatonInvalidCaller(automaton, msg.sender);
        }
        Entity storage entity = _entities[automaton];
        entity.codeHash = codeHash;
        emit CodeChanged(automaton, entity.epoch, codeHash);
    }

    /// @inheritdoc IAutomaton
    function accountOf(uint256 automaton) public view returns (address) {
        return
            IERC6551Registry(registry).account(
                accountImplementation,
                bytes32(0),
                block.chainid,
                address(this),
                automaton
            );
    }

    /// @inheritdoc IAutomaton
    function nameOf(uint256 automaton) public view returns (string memory) {
        _requireOwned(automaton);
        return Text.fromShort(_entities[automaton].name);
    }

    /// @inheritdoc IAutomaton
    function automatonOf(string calldata name) external view returns (uint256) {
        return _named[_parseName(name)];
    }

    /// @inheritdoc IAutomaton
    function codeHashOf(uint256 automaton) external view returns (bytes32) {
        _requireOwned(automaton);
        return _entities[automaton].codeHash;
    }

    /// @inheritdoc IAutomaton
    function epochOf(uint256 automaton) external view returns (uint64) {
        _requireOwned(automaton);
        return _entities[automaton].epoch;
    }

    /// @inheritdoc ERC721
    function tokenURI(uint256 automaton) public view override returns (string memory) {
        string memory name = nameOf(automaton);
        Entity storage entity = _entities[automaton];
        return IPainter(painter).describeAutomaton(name, accountOf(automaton), entity.epoch, entity.codeHash);
    }

    /// @dev Checked here because plain transfers run no code of the receiver, which could refuse them.
    function _update(address to, uint256 automaton, address auth) internal override returns (address from) {
        OwnerChain.Finding finding = OwnerChain.search(to, address(this), automaton, accountOf(automaton));
        if (finding == OwnerChain.Finding.Circle) revert AutomatonOwnsItself(automaton, to);
        if (finding == OwnerChain.Finding.TooDeep) revert AutomatonTooDeep(automaton, to);
        from = super._update(to, automaton, auth);
        if (from != address(0) && from != to) {
            emit EpochAdvanced(automaton, ++_entities[automaton].epoch, to);
        }
    }

    function _parseName(string calldata name) private pure returns (bytes24) {
        bytes calldata letters = bytes(name);
        if (letters.length < _NAME_MIN || letters.length > _NAME_MAX) revert AutomatonInvalidName(name);
        for (uint256 i = 0; i < letters.length; ++i) {
            if (letters[i] < "a" || letters[i] > "z") revert AutomatonInvalidName(name);
        }
        return bytes24(letters);
    }
}

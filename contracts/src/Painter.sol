// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {IPainter} from "./interfaces/IPainter.sol";
import {IWork} from "./interfaces/IWork.sol";
import {Emblem} from "./libraries/Emblem.sol";
import {Text} from "./libraries/Text.sol";
import {Wreath} from "./libraries/Wreath.sol";

/// @title Painter
/// @dev Pure: it holds nothing, so nobody can change a picture afterwards.
contract Painter is IPainter {
    using Strings for uint256;

    /// @inheritdoc IPainter
    function describeWork(IWork.Origin calldata origin, bytes calldata genome) external pure returns (string memory) {
        string memory name = bytes(origin.title).length == 0 ? "Untitled" : origin.title;
        string memory traits = string.concat(
            _trait("generator", string.concat('"', Text.escapeJson(Text.fromShort(origin.generator)), '"')),
            ",",
            _trait("generator version", uint256(origin.version).toString()),
            ",",
            _trait("genome bytes", genome.length.toString()),
            ",",
            _trait("parents", origin.parents.length.toString())
        );
        string memory maker = Strings.toChecksumHexString(origin.maker);
        return
            _encode(
                name,
                string.concat("Made by ", maker, " and grown from a genome that is kept whole on chain."),
                Emblem.draw(genome, name),
                traits
            );
    }

    /// @inheritdoc IPainter
    function describeAutomaton(
        string calldata name,
        address account,
        uint64 epoch,
        bytes32 codeHash
    ) external pure returns (string memory) {
        string memory traits = string.concat(
            _trait("account", string.concat('"', Strings.toChecksumHexString(account), '"')),
            ",",
            _trait("epoch", uint256(epoch).toString()),
            ",",
            _trait("code", string.concat('"', Strings.toHexString(uint256(codeHash), 32), '"'))
        );
        return
            _encode(
                name,
                "A decentralized automaton: it owns its code, its account and what it makes.",
                Emblem.draw(bytes(name), name),
                traits
            );
    }

    /// @inheritdoc IPainter
    function describeLaurel(uint256 laurel, uint16 share) external pure returns (string memory) {
        return
            _encode(
                "Laurel",
                "A share in a record at the frontier of what machines can do. It cannot be sold or given away.",
                Wreath.draw(laurel, share),
                _trait("share in basis points", uint256(share).toString())
            );
    }

    /// @inheritdoc IPainter
    function drawEmblem(bytes calldata genome, string calldata title) external pure returns (string memory) {
        return Emblem.draw(genome, title);
    }

    function _encode(
        string memory name,
        string memory description,
        string memory picture,
        string memory traits
    ) private pure returns (string memory) {
        string memory json = string.concat(
            '{"name":"',
            Text.escapeJson(name),
            '","description":"',
            description,
            '","image":"data:image/svg+xml;base64,',
            Base64.encode(bytes(picture)),
            '","attributes":[',
            traits,
            "]}"
        );
        return string.concat("data:application/json;base64,", Base64.encode(bytes(json)));
    }

    function _trait(string memory kind, string memory value) private pure returns (string memory) {
        return string.concat('{"trait_type":"', kind, '","value":', value, "}");
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {Text} from "./Text.sol";

/// @title A symmetrical emblem drawn from bytes, by integers alone.
/// @dev One wedge of strokes is drawn, mirrored, and turned around the centre. Every stroke takes four neighbouring
/// bytes of the genome, so works whose genomes are close look alike; the palette and the number of wedges come from the
/// genome's hash. Lengths are units of a 1,000-unit square, angles are degrees.
library Emblem {
    using Strings for uint256;

    uint256 private constant _STROKES = 11;

    /// @notice The emblem of `genome` as an SVG document titled `title`.
    function draw(bytes memory genome, string memory title) internal pure returns (string memory) {
        uint256 seed = uint256(keccak256(genome));
        uint256 hue = seed % 360;
        return
            string.concat(
                '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-500 -500 1000 1000" role="img"><title>',
                Text.escapeXml(title),
                "</title>",
                _ground(hue),
                '<defs><g id="w">',
                _wedge(genome, _palette(hue, seed >> 16)),
                '</g><g id="m"><use href="#w"/><use href="#w" transform="scale(1 -1)"/></g></defs>',
                _turned(5 + ((seed >> 32) % 8)),
                _heart(hue, seed >> 48),
                "</svg>"
            );
    }

    /// @dev Night in the hue of the work, with two thin rings.
    function _ground(uint256 hue) private pure returns (string memory) {
        string memory text = hue.toString();
        return
            string.concat(
                '<radialGradient id="b"><stop offset="0" stop-color="hsl(',
                text,
                ' 45% 26%)"/><stop offset="1" stop-color="hsl(',
                text,
                ' 60% 7%)"/></radialGradient><rect x="-500" y="-500" width="1000" height="1000" fill="url(#b)"/>',
                '<g fill="none" stroke="hsl(',
                text,
                ' 70% 70%)" stroke-opacity=".35"><circle r="468" stroke-width="3"/>',
                '<circle r="456" stroke-width="1"/></g>'
            );
    }

    /// @dev Two neighbours of the hue, one accent across the circle, one light.
    function _palette(uint256 hue, uint256 seed) private pure returns (string[4] memory colours) {
        uint256 step = 24 + (seed % 36);
        colours[0] = _colour(hue + step, 78, 62);
        colours[1] = _colour(hue + 360 - step, 72, 54);
        colours[2] = _colour(hue + 180 - step / 2, 88, 64);
        colours[3] = _colour(hue + step / 3, 60, 88);
    }

    /// @dev Strokes from the rim inwards, so that the small ones near the centre lie on top.
    function _wedge(bytes memory genome, string[4] memory colours) private pure returns (string memory out) {
        for (uint256 i = 0; i < _STROKES; ++i) {
            uint256 from = (i * genome.length) / _STROKES;
            uint256 reach = 400 - i * 32 + (_byte(genome, from, i) % 40);
            uint256 size = 12 + (_byte(genome, from + 1, i) % (26 + 4 * (_STROKES - i)));
            uint256 tilt = _byte(genome, from + 2, i) % 40;
            uint256 kind = _byte(genome, from + 3, i);
            out = string.concat(out, _stroke(kind, reach, size, tilt, colours[(kind >> 3) % 4]));
        }
    }

    function _stroke(
        uint256 kind,
        uint256 reach,
        uint256 size,
        uint256 tilt,
        string memory colour
    ) private pure returns (string memory) {
        string memory turn = string.concat(' transform="rotate(', (tilt / 2).toString(), ')"');
        string memory fill = string.concat(' fill="', colour, '" fill-opacity=".', (55 + (tilt % 40)).toString(), '"');
        string memory line = string.concat(
            ' fill="none" stroke="',
            colour,
            '" stroke-linecap="round" stroke-width="',
            (3 + size / 9).toString(),
            '"'
        );
        kind %= 6;
        if (kind == 0) return _petal(reach, size, string.concat(fill, turn));
        if (kind == 1) return _circle(reach, size / 2, string.concat(fill, turn));
        if (kind == 2) return _diamond(reach - size / 2, size, string.concat(fill, turn));
        if (kind == 3) return _arc(reach, size, line);
        if (kind == 4) return _circle(reach, size / 2 + 4, string.concat(line, turn));
        return _ray(reach, size, string.concat(line, turn));
    }

    function _petal(uint256 reach, uint256 size, string memory style) private pure returns (string memory) {
        string memory far = reach.toString();
        string memory near = (reach - reach / 3 - size / 2).toString();
        string memory middle = (reach - reach / 5).toString();
        string memory half = size.toString();
        return
            string.concat(
                string.concat('<path d="M', near, " 0Q", middle, " "),
                string.concat(half, " ", far, " 0Q", middle, " -", half, " ", near, ' 0Z"'),
                style,
                "/>"
            );
    }

    function _circle(uint256 reach, uint256 radius, string memory style) private pure returns (string memory) {
        return string.concat('<circle cx="', reach.toString(), '" r="', radius.toString(), '"', style, "/>");
    }

    function _diamond(uint256 reach, uint256 size, string memory style) private pure returns (string memory) {
        string memory long = size.toString();
        string memory wide = (size / 2).toString();
        return
            string.concat(
                string.concat('<path d="M', (reach - size).toString(), " 0l", long, " ", wide),
                string.concat(" ", long, " -", wide, " -", long, " -", wide, 'Z"'),
                style,
                "/>"
            );
    }

    /// @dev A bow across the wedge, its ends bent inwards.
    function _arc(uint256 reach, uint256 size, string memory style) private pure returns (string memory) {
        string memory ends = (reach - size / 2).toString();
        string memory wide = (size * 2).toString();
        return
            string.concat(
                string.concat('<path d="M', ends, " -", wide, "Q", (reach + size / 2).toString()),
                string.concat(" 0 ", ends, " ", wide, '"'),
                style,
                "/>"
            );
    }

    function _ray(uint256 reach, uint256 size, string memory style) private pure returns (string memory) {
        string memory near = (reach - (size * 3) / 2 - 10).toString();
        return string.concat('<path d="M', near, " 0H", reach.toString(), '"', style, "/>");
    }

    /// @dev The mirrored wedge, `count` times around; angles in thousandths, because 360 / 7 is no whole number.
    function _turned(uint256 count) private pure returns (string memory out) {
        for (uint256 i = 0; i < count; ++i) {
            uint256 angle = (i * 360_000) / count;
            out = string.concat(
                out,
                '<use href="#m" transform="rotate(',
                (angle / 1000).toString(),
                ".",
                _threeDigits(angle % 1000),
                ')"/>'
            );
        }
    }

    function _heart(uint256 hue, uint256 seed) private pure returns (string memory) {
        return
            string.concat(
                '<circle r="',
                (34 + (seed % 22)).toString(),
                '" fill="',
                _colour(hue, 60, 14),
                '" stroke="',
                _colour(hue + 40, 80, 80),
                '" stroke-width="4"/><circle r="',
                (10 + ((seed >> 8) % 14)).toString(),
                '" fill="',
                _colour(hue + 180, 90, 72),
                '"/>'
            );
    }

    /// @dev The byte at `place`, around the end, shifted by the stroke's number so that a genome of zeros is no blank.
    function _byte(bytes memory genome, uint256 place, uint256 stroke) private pure returns (uint256) {
        return (uint8(genome[place % genome.length]) + stroke * 89 + place * 31) & 0xff;
    }

    function _colour(uint256 hue, uint256 saturation, uint256 light) private pure returns (string memory) {
        return
            string.concat("hsl(", (hue % 360).toString(), " ", saturation.toString(), "% ", light.toString(), "%)");
    }

    function _threeDigits(uint256 value) private pure returns (string memory) {
        return string.concat(value < 100 ? "0" : "", value < 10 ? "0" : "", value.toString());
    }
}

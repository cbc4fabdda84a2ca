// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

/// @title The picture of a laurel: a wreath whose leaves fill with its share of the record.
library Wreath {
    using Strings for uint256;

    uint256 private constant _LEAVES = 10;

    /// @notice A wreath for the laurel `id`: one golden pair of leaves for every started tenth of the record.
    function draw(uint256 id, uint256 share) internal pure returns (string memory) {
        string memory hue = (id % 360).toString();
        string memory branch = _branch((share * _LEAVES + 9_999) / 10_000);
        return
            string.concat(
                string.concat(
                    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-500 -500 1000 1000" role="img"><title>Laurel',
                    '</title><radialGradient id="b"><stop offset="0" stop-color="hsl(',
                    hue,
                    ' 40% 24%)"/><stop offset="1" stop-color="hsl(',
                    hue,
                    ' 55% 8%)"/></radialGradient><rect x="-500" y="-500" width="1000" height="1000" fill="url(#b)"/>'
                ),
                '<defs><g id="l"><path d="M0 0Q70 -46 132 0Q70 46 0 0Z"/></g><g id="r">',
                branch,
                '</g></defs><use href="#r"/><use href="#r" transform="scale(-1 1)"/>',
                _star(hue),
                "</svg>"
            );
    }

    /// @dev Leaves along a circle of 330 units, from the foot up the right side, 15 degrees apart.
    function _branch(uint256 golden) private pure returns (string memory out) {
        for (uint256 i = 0; i < _LEAVES; ++i) {
            string memory turn = (i * 15).toString();
            out = string.concat(
                out,
                string.concat('<g transform="rotate(-', turn, ') translate(0 330)" fill="'),
                i < golden ? "hsl(44 85% 62%)" : "hsl(44 12% 34%)",
                '"><use href="#l" transform="rotate(-28)"/><use href="#l" transform="rotate(34)"/></g>'
            );
        }
    }

    function _star(string memory hue) private pure returns (string memory) {
        return
            string.concat(
                '<path d="M0 -150L34 -34L150 0L34 34L0 150L-34 34L-150 0L-34 -34Z" fill="hsl(',
                hue,
                ' 80% 74%)"/><circle r="26" fill="#fff"/>'
            );
    }
}

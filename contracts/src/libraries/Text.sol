// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {LibString} from "solady/src/utils/LibString.sol";

/// @title Names made safe for the documents they are put into.
library Text {
    /// @notice `text` for the inside of a double-quoted JSON string.
    function escapeJson(string memory text) internal pure returns (string memory) {
        return Strings.escapeJSON(text);
    }

    /// @notice `text` for the inside of an XML element or attribute; control characters become spaces.
    function escapeXml(string memory text) internal pure returns (string memory) {
        bytes memory plain = bytes.concat(bytes(text));
        for (uint256 i = 0; i < plain.length; ++i) {
            if (plain[i] < 0x20 || plain[i] == 0x7f) plain[i] = " ";
        }
        return LibString.escapeHTML(string(plain));
    }

    /// @notice The characters of a left-aligned short string, up to its first zero byte.
    function fromShort(bytes32 short) internal pure returns (string memory) {
        return LibString.fromSmallString(short);
    }
}

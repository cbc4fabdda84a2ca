// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IBlobSource} from "./interfaces/IBlobSource.sol";

/// @title Blob
/// @dev A contract whose code is data. It fetches the bytes from its maker instead of carrying them in its creation
/// code: the creation code is then always the same, so the CREATE2 address follows from the salt alone and no pointer
/// needs to be stored (22,100 gas less a blob). The maker starts the bytes with 0x00 (STOP), so nobody can run them.
contract Blob {
    constructor() {
        bytes memory data = IBlobSource(msg.sender).draft();
        assembly ("memory-safe") {
            return(add(data, 0x20), mload(data))
        }
    }
}

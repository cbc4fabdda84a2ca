// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC6551} from "solady/src/accounts/ERC6551.sol";

/// @title Account
/// @dev What the accounts of automata are clones of. The owner of the token acts through `execute`; a safe transfer
/// that would make the account own itself is refused by the base. It is not upgradeable.
contract Account is ERC6551 {
    /// @notice Accounts keep the code they were made with.
    error AccountNotUpgradeable();

    function _authorizeUpgrade(address) internal pure override {
        revert AccountNotUpgradeable();
    }

    function _domainNameAndVersion() internal pure override returns (string memory name, string memory version) {
        return ("Account", "1");
    }
}

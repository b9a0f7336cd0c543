"use server";
import { staffAction } from "../entry/action";
import { refreshingAction } from "../entry/refreshing-action";
import { addContact } from "./add-contact";
import { createCustomer } from "./create-customer";
import { editContact } from "./edit-contact";
import { editCustomer } from "./edit-customer";
import {
  addContactInput,
  contactId,
  customerId,
  customerInput,
  editContactInput,
  editCustomerInput,
} from "./input";
import { restoreContact } from "./restore-contact";
import { restoreCustomer } from "./restore-customer";
import { retireContact } from "./retire-contact";
import { retireCustomer } from "./retire-customer";

export const createCustomerAction = staffAction(customerInput, createCustomer);
export const editCustomerAction = refreshingAction(staffAction(editCustomerInput, editCustomer));
export const retireCustomerAction = refreshingAction(staffAction(customerId, retireCustomer));
export const restoreCustomerAction = refreshingAction(staffAction(customerId, restoreCustomer));
export const addContactAction = refreshingAction(staffAction(addContactInput, addContact));
export const editContactAction = refreshingAction(staffAction(editContactInput, editContact));
export const retireContactAction = refreshingAction(staffAction(contactId, retireContact));
export const restoreContactAction = refreshingAction(staffAction(contactId, restoreContact));

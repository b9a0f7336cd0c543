"use server";
import { staffAction } from "../entry/action";
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
export const editCustomerAction = staffAction(editCustomerInput, editCustomer);
export const retireCustomerAction = staffAction(customerId, retireCustomer);
export const restoreCustomerAction = staffAction(customerId, restoreCustomer);
export const addContactAction = staffAction(addContactInput, addContact);
export const editContactAction = staffAction(editContactInput, editContact);
export const retireContactAction = staffAction(contactId, retireContact);
export const restoreContactAction = staffAction(contactId, restoreContact);

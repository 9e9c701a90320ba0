import { defineForm } from "../form.tsx";
import {
	AcceptConversation,
	AddParticipants,
	BlockPerson,
	DeclineConversation,
	LeaveConversation,
	NameConversation,
	RemoveParticipant,
	StartConversation,
	UnblockPerson,
} from "../generated/operations.ts";
import { nextIn } from "../people/next.ts";

const pathOf = ({ id }: { id: string }) => `/messages/${id}`;

export const startConversationForm = defineForm(StartConversation, (data) => pathOf(data.startConversation));
export const acceptConversationForm = defineForm(AcceptConversation, (data) =>
	pathOf(data.acceptConversation),
);
export const declineConversationForm = defineForm(DeclineConversation, () => "/messages?done=declined");
export const addParticipantsForm = defineForm(AddParticipants, (data) => pathOf(data.addParticipants));
export const removeParticipantForm = defineForm(RemoveParticipant, (data) => pathOf(data.removeParticipant));
export const leaveConversationForm = defineForm(LeaveConversation, () => "/messages?done=left");
export const nameConversationForm = defineForm(NameConversation, (data) => pathOf(data.nameConversation));
export const blockPersonForm = defineForm(
	BlockPerson,
	(data, fields) => nextIn(fields) ?? `/people/${data.blockPerson.handle}`,
);
export const unblockPersonForm = defineForm(
	UnblockPerson,
	(data, fields) => nextIn(fields) ?? `/people/${data.unblockPerson.handle}`,
);

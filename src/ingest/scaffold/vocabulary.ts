import type { RecordName } from "../../warehouse/records.ts";

/**
 * Words by which captions tell what a column holds, in Chinese, English, Portuguese and Spanish. Latin words are without
 * accents and in lower case; all words of a phrase must stand in the caption. Of words that fit equally well the one that
 * stands further up counts.
 */
export interface CaptionWords {
  readonly field: string;
  /** They tell the field even as a part of a caption. */
  readonly words: readonly string[];
  /** They tell it only where they are the whole caption. */
  readonly alone?: readonly string[];
  /** A caption with one of these is another thing. */
  readonly not?: readonly string[];
}

const list = (text: string): string[] => text.split(",").map((word) => word.trim());
const words = (field: string, part: string, alone?: string, not?: string): CaptionWords => ({
  field,
  words: list(part),
  ...(alone === undefined ? {} : { alone: list(alone) }),
  ...(not === undefined ? {} : { not: list(not) }),
});

const TICKET: readonly CaptionWords[] = [
  words(
    "native_id",
    "工单号,工单编号,登记编号,投诉编号,投诉单号,案件编号,受理编号,流水号,complaint id,complaint number,complaint no,case number,case id,case no,ticket number,ticket id,ticket no,file number,file no,reference number,reference no,record id,tracking number,docket number,numero reclamacao,numero reclamo,numero atendimento,numero expediente,numero protocolo",
    "编号,单号,登记号,id,reference,case,ticket,number,no,protocolo,folio,expediente,numero",
    "电话,手机,信用代码,表单,序号,phone,company,business",
  ),
  words(
    "kind",
    "业务性质,业务类型,诉求类型,来件类型,记录类型,request type,record type,case type,contact type,tipo atendimento,tipo solicitud",
    "类型,类别,type,kind,tipo",
  ),
  words(
    "accepted_at",
    "受理时间,受理日期,办理时间,date accepted,accepted date,accepted at,fecha admision",
    undefined,
    "期限",
  ),
  words("first_checked_at", "初查时间,核查时间,初查日期,first check date"),
  words("first_check_due", "初查期限,核查期限,受理期限"),
  words(
    "concluded_at",
    "办结时间,办结日期,结案时间,结案日期,办结确认时间,调解结束日期,date closed,close date,closed date,closed at,closing date,date resolved,resolved date,resolution date,resolved at,end date,completion date,date completed,concluded,disposition date,data arquivamento,data encerramento,data fechamento,data finalizacao,data conclusao,fecha cierre,fecha resolucion,fecha termino,fecha fin",
    "办结,closed,resolved,completed",
    "期限",
  ),
  words(
    "due",
    "到期时间,到期日期,办理期限,办结期限,截止时间,due date,date due,deadline,data limite,prazo,vencimento,fecha limite,vencimiento",
    "due",
  ),
  words(
    "registered_at",
    "登记时间,登记日期,诉求时间,投诉时间,投诉日期,举报时间,来电时间,来件时间,收到时间,交办时间,接收时间,创建时间,提交时间,date received,received date,received at,complaint date,date complaint,date opened,opened date,open date,opened at,start date,date filed,filed date,filing date,date submitted,submitted at,submission date,created date,created at,date created,date registered,registration date,intake date,data abertura,data registro,data reclamacao,data cadastro,data entrada,fecha ingreso,fecha registro,fecha reclamo,fecha presentacion,fecha apertura,fecha inicio",
    "日期,时间,登记,date,datetime,date time,received,opened,created,registered,data,fecha",
    "sent,due,birth,purchase,incident,last,updated,nascimento,nacimiento,发货,购买,出生",
  ),
  words("refusal_words", "不受理原因,不予受理原因,不受理理由,refusal reason,reason refusal,rejection reason"),
  words(
    "channel",
    "诉求来源,接收方式,信息来源,诉求渠道,来件方式,投诉渠道,来源渠道,submitted via,received via,complaint source,intake method,intake type,intake channel,how received,contact method,source channel,forma contato,canal atendimento,canal ingreso,medio ingreso",
    "来源,渠道,方式,source,channel,method,via,canal,medio,origem,origen",
  ),
  words(
    "unit",
    "处理部门,承办部门,办理部门,管辖单位,办理单位,承办单位,处理单位,管辖部门,handling unit,assigned unit,assigned office,assigned department,responsible unit,responsible office,field office,regional office,orgao responsavel,unidade responsavel,unidad responsable",
    "部门,单位,department,unit,office,division,agency,orgao,unidade,dependencia,oficina,procon",
    "来函,计量",
  ),
  words(
    "status_words",
    "工单状态,当前环节,办理状态,处理状态,案件状态,办理环节,complaint status,case status,ticket status,current status,current step,situacao reclamacao,estado reclamo,estado tramite",
    "状态,环节,status,stage,step,situacao,etapa,estatus",
  ),
  words(
    "respondent_code",
    "统一社会信用代码,社会信用代码,信用代码,营业执照号,business license number,tax id,numero cnpj,registration number",
    "cnpj,nit,ruc,cuit,ein,rut",
    "radical",
  ),
  words(
    "respondent_name",
    "被投诉人名称,被投诉对象,被投诉人,被投诉企业,被投诉单位,被投诉商家,被举报人,被诉方,涉及主体名称,涉及主体,企业名称,单位名称,商家名称,经营者名称,店铺名称,商户名称,business name,company name,respondent name,trader name,merchant name,vendor name,seller name,firm name,supplier name,provider name,entity name,manufacturer name,trade name,razao social,nome fantasia,nome fornecedor,nombre proveedor,nombre empresa,razon social,nombre comercial",
    "商家,企业,经营者,business,company,respondent,trader,merchant,vendor,seller,firm,supplier,provider,manufacturer,insurer,bank,empresa,fornecedor,proveedor,comercio,reclamado",
    "地址,电话,类型,性质,address,response,rfb",
  ),
  words(
    "category_words",
    "涉及客体分类,客体类别,客体分类,商品服务类型,商品服务类别,商品类别,服务类别,商品分类,消费类别,product category,service category,business category,goods services,product type,service type,business type,coverage type,industry type,descricao assunto,setor economico,area economica,sector economico,tipo producto",
    "商品,行业,product,industry,category,sector,coverage,business sector,assunto,produto,setor,segmento,rubro,producto,giro,categoria",
    "问题,品牌,codigo,code,brand,sub",
  ),
  words("brand", "商品品牌,品牌名称,brand name", "品牌,brand,make,marca"),
  words("online", "是否网购,是否网络消费,online purchase,bought online,compra online,compra internet", "网购,online"),
  words("platform", "网购平台,电商平台,平台名称,交易平台,online platform", "平台,platform,marketplace,website"),
  words(
    "problem_words",
    "涉及问题分类,投诉问题类别,投诉问题,问题类别,问题分类,问题类型,投诉类型,投诉类别,投诉原因,complaint type,complaint category,complaint reason,complaint nature,nature complaint,type complaint,reason complaint,type issue,issue type,problem type,violation type,descricao problema,motivo reclamacao,motivo reclamo,tipo reclamo,tipo problema",
    "问题,原因,issue,problem,reason,allegation,component,violation,problema,motivo",
    "不受理,codigo,code,sub",
  ),
  words(
    "outcome_words",
    "调解结果,办理结果,处置结果,办结类型,complaint result,complaint outcome,company response,final disposition,closing reason,close reason,closure reason,resultado reclamacao,resultado reclamo,tipo resolucao",
    "结果,result,outcome,resolution,disposition,determination,finding,resultado,solucao,solucion,desfecho,atendida,resolucion",
    "public,date,日期,时间,description",
  ),
  words(
    "satisfied",
    "消费者满意,是否满意,consumer satisfied,customer satisfied,satisfaction",
    "满意,满意度,satisfied,satisfeito,satisfecho,satisfacao,satisfaccion",
  ),
  words("paid", "消费金额,购买金额,实付金额,支付金额,amount paid,purchase amount,price paid,valor pago,monto pagado"),
  words(
    "recovered",
    "挽回经济损失,挽回损失,挽回金额,退赔金额,restitution,amount recovered,recovered amount,refund amount,amount refunded,recovery amount,relief amount,monetary relief,savings consumer,consumer savings,valor recuperado,valor devolvido,monto recuperado,monto devuelto,restitucion,restituicao",
    "recovery,recovered,recoveries,refund,refunded,savings",
    "response",
  ),
  words("added", "加倍赔偿金额,加倍赔偿,惩罚性赔偿,punitive damages,added damages"),
  words("in_kind", "实物价值,换货价值,value in kind"),
  words(
    "disputed",
    "争议金额,争议标的,涉案金额,涉及金额,诉求金额,索赔金额,投诉金额,amount dispute,disputed amount,amount disputed,claim amount,amount claimed,claimed amount,amount in controversy,valor reclamado,valor causa,monto reclamado,monto disputa",
    "金额,案值,amount,valor,monto",
  ),
  words(
    "region_words",
    "经营地址区域,行政区划,所属区域,所在区域,所属辖区,所在地区,所在区县,business city,company city,business county,business borough,business state,company state,municipio fornecedor,ciudad proveedor",
    "区域,地区,区县,辖区,城市,city,town,municipality,district,borough,county,region,province,state,municipio,cidade,ciudad,comuna,provincia,departamento,uf,estado,regiao",
    "投诉人,消费者,complainant,consumer,codigo,code",
  ),
  words("case_filed", "是否立案,是否诉转案,case filed"),
  words("appraisal", "是否鉴定,appraisal made"),
  words("professional", "是否职投,是否职业投诉人,职业投诉"),
  words("consent", "同意公示,是否同意公示,是否公示,consent to publish"),
  words("people", "投诉人数,涉及人数,number of complainants,number complainants"),
  words(
    "complainant_name",
    "投诉人姓名,投诉举报人姓名,投诉人名称,来电人姓名,举报人姓名,消费者姓名,诉求人姓名,联系人姓名,complainant name,consumer name,customer name,full name,first name,last name,nome consumidor,nome reclamante,nombre reclamante,nombre consumidor,nombre completo",
    "投诉人,来电人,举报人,消费者,提供方,姓名,联系人,诉求人,complainant,consumer,customer,name,nome,nombre,reclamante,denunciante",
    "被投诉",
  ),
  words(
    "complainant_phone",
    "来电号码,联系电话,联系方式,手机号码,手机号,电话号码,来电电话,phone number,telephone number,mobile number,cell phone,contact number,phone,telephone,telefone,telefono,celular",
    "电话,手机,mobile,cell",
    "business,company,被投诉,企业",
  ),
  words(
    "complainant_area",
    "投诉人地区,消费者地区,投诉人区域,complainant zip,consumer zip,zip code,postal code,complainant city,complainant state,consumer state,consumer city,cep consumidor,codigo postal",
    "邮编,zip,postcode,zipcode,cep",
    "business,company,经营",
  ),
  words(
    "address",
    "经营地址详细地址,经营地址,企业地址,被投诉人地址,详细地址,business address,company address,business street,street address,street name,direccion proveedor,endereco fornecedor",
    "地址,住址,address,street,location,endereco,logradouro,direccion,domicilio",
    "区域,email,邮箱,ip,unit",
  ),
  words("title", "工单标题,投诉标题,诉求标题,complaint title", "标题,主题,title,subject,summary,titulo,asunto"),
  words(
    "narrative",
    "诉求内容,登记内容,投诉内容,举报内容,反映内容,问题描述,事实描述,具体诉求,complaint narrative,complaint description,complaint text,complaint details,problem description,what happened,descricao reclamacao,relato consumidor,descripcion reclamo,descripcion hechos",
    "内容,描述,详情,诉求,narrative,description,details,text,comments,desc,descricao,relato,descripcion,detalle,hechos",
  ),
  words(
    "result_words",
    "处理结果,处理情况,办理情况,反馈内容,答复内容,处理意见,办理意见,public response,response text,result description,resolution description,resolution details",
    "回复,response,resposta,respuesta",
  ),
];

const FOLLOW_UP: readonly CaptionWords[] = [
  words("native_id", "工单号,工单编号,登记编号,complaint id,complaint number,case number,case id", "编号,id"),
  words("called_at", "回访时间,回访日期,follow up date,follow up time,called at,call date"),
  words("finding", "回访结论,回访结果,回访情况,follow up finding,follow up result"),
  words("satisfaction", "满意度,满意,satisfaction,rating"),
];

const REPORT_OUTCOME: readonly CaptionWords[] = [
  words("case_number", "案号,案件号,处罚决定书文号,决定书文号,处罚文号,penalty number,decision number"),
  words("native_id", "工单号,工单编号,登记编号,举报编号,complaint id,complaint number", "编号,id"),
  words("filed_at", "立案日期,立案时间,case filed date,date case filed"),
  words("decided_at", "处罚决定日期,处罚日期,决定日期,处罚时间,penalty date,decision date"),
  words("unit", "处理部门,办案单位,承办单位,处罚机关,办案部门", "部门,单位,department,unit,office"),
  words("fine", "罚款金额,罚款,fine amount,penalty amount", "fine"),
  words("forfeited", "没收违法所得,违法所得,forfeited income,forfeited"),
  words("confiscated_value", "没收物品价值,没收物品货值,confiscated value"),
  words("confiscated_words", "没收物品,confiscated goods"),
];

/** The vocabulary of each record that an unknown export may hold; 工作台账 has a layout of our own. */
export const VOCABULARY: Readonly<Partial<Record<RecordName, readonly CaptionWords[]>>> = {
  ticket: TICKET,
  follow_up: FOLLOW_UP,
  report_outcome: REPORT_OUTCOME,
};

/** Captions of columns about a person for which the record has no field: they are marked, and never used. */
export const PERSONAL_WORDS: CaptionWords = words(
  "personal",
  "性别,年龄,出生日期,身份证,证件号,邮箱,微信,护照,gender,birth date,date birth,age group,age range,e mail,email,passport,social security,ip address,sexo,faixa etaria,idade,edad,nascimento,nacimiento,cpf,correo",
  "sex,age,ssn,vin,dni,curp",
);

/** Words of codes that common systems use, beside those of the house taxonomy and of the profiles. */
export const COMMON_CODES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  kind: {
    complaint: list("投诉,申诉,complaint,complaints,reclamacao,reclamo,queja"),
    report: list("举报,report,tip,denuncia"),
    inquiry: list("咨询,inquiry,enquiry,question,information request,consulta"),
    suggestion: list("建议,意见建议,suggestion,feedback,sugerencia,sugestao"),
  },
  status: {
    registered: list("待受理,登记,new,received,submitted,registered,recibido"),
    assigned: list("已分派,assigned,referred to unit"),
    in_progress: list("办理中,处理中,open,pending,in progress,under review,active,em andamento,en tramite,en proceso"),
    suspended: list("已挂起,中止,suspended,on hold"),
    concluded: list(
      "办结,已办结,closed,resolved,completed,concluded,encerrada,finalizada,arquivada,cerrado,resuelto,finalizado",
    ),
    archived: list("已归档,归档,archived"),
  },
  acceptance: {
    accepted: list("已受理,受理,accepted"),
    refused: list("不予受理,不受理,refused,rejected,not accepted"),
    pending: list("待受理,pending acceptance"),
  },
  outcome: {
    agreement: list("达成调解协议,达成协议,调解成功,agreement reached,settled"),
    no_agreement: list("未达成调解协议,未达成协议,调解失败,终止调解,no agreement,no agreement reached,not resolved"),
    withdrawn: list("撤回,撤诉,withdrawn,complaint withdrawn,desistencia,desistimiento"),
    settled_by_parties: list("自行和解,和解,协商和解,settled by parties"),
    unreachable: list("联系不到当事人,无法联系,unreachable"),
    not_accepted: list("不予受理,不受理,not accepted,no jurisdiction"),
    referred: list("移送,转办,移交,referred,transferred"),
    other: list("其他,other"),
  },
};
